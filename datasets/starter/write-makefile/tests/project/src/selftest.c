#include "selftest.h"

#include <string.h>

#include "text.h"

int self_test(void) {
    char out[NAME_MAX_OWN + 1];
    int failed = 0;
    failed += proper_name("ada", out) != 0 || strcmp(out, "Ada") != 0;
    failed += proper_name("", out) == 0;
    return failed;
}
