#include "reader.h"

#include <ctype.h>
#include <string.h>

static int append(struct series *out, double value) {
    if (out->length == out->capacity) {
        size_t capacity = out->capacity == 0 ? 16 : out->capacity * 2;
        double *values = realloc(out->values, capacity * sizeof *values);
        if (values == NULL) {
            return -1;
        }
        out->values = values;
        out->capacity = capacity;
    }
    out->values[out->length++] = value;
    return 0;
}

int read_series(FILE *input, struct series *out) {
    char line[1024];
    while (fgets(line, sizeof line, input) != NULL) {
        line[strcspn(line, "#\n")] = '\0';
        char *cursor = line;
        for (;;) {
            while (isspace((unsigned char)*cursor)) {
                cursor++;
            }
            if (*cursor == '\0') {
                break;
            }
            char *end;
            double value = strtod(cursor, &end);
            if (end == cursor || append(out, value) != 0) {
                return -1;
            }
            cursor = end;
        }
    }
    return 0;
}
