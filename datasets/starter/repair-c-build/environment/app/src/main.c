#include <stdio.h>
#include <stdlib.h>

#include "reader.h"
#include "stats.h"

int main(void) {
    struct series numbers = {0};
    if (read_series(stdin, &numbers) != 0) {
        fprintf(stderr, "summary: cannot read the numbers\n");
        free(numbers.values);
        return 1;
    }
    printf("count %zu\n", numbers.length);
    if (numbers.length > 0) {
        struct summary result = summarise(&numbers);
        printf("min %.3f\nmax %.3f\nmean %.3f\n", result.minimum, result.maximum, result.mean);
        printf("median %.3f\nstddev %.3f\n", result.median, result.deviation);
    }
    free(numbers.values);
    return 0;
}
