#ifndef TEXT_H
#define TEXT_H

#include "limits_own.h"

/* Copies name to out with the first letter in upper case; returns -1 if it is empty or too long. */
int proper_name(const char *name, char out[NAME_MAX_OWN + 1]);

#endif
