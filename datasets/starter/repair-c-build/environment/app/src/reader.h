#ifndef READER_H
#define READER_H

#include <stdio.h>

#include "series.h"

/* Reads white-space separated numbers until the end; '#' starts a comment that ends with the line.
   Returns 0, or -1 when a word is not a number or memory runs out. */
int read_series(FILE *input, struct series *out);

#endif
