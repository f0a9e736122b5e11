#include "text.h"

#include <ctype.h>
#include <string.h>

int proper_name(const char *name, char out[NAME_MAX_OWN + 1]) {
    size_t length = strlen(name);
    if (length == 0 || length > NAME_MAX_OWN) {
        return -1;
    }
    memcpy(out, name, length + 1);
    out[0] = (char)toupper((unsigned char)out[0]);
    return 0;
}
