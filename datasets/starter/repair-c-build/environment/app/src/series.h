/* A growing list of numbers. */
#include <stddef.h>

struct series {
    double *values;
    size_t length;
    size_t capacity;
};
