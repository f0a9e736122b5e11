#ifndef LIMITS_OWN_H
#define LIMITS_OWN_H

#define NAME_MAX_OWN 40

#endif
