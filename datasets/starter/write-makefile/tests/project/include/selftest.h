#ifndef SELFTEST_H
#define SELFTEST_H

/* Returns the number of failed checks. */
int self_test(void);

#endif
