#ifndef STATS_H
#define STATS_H

#include "series.h"

struct summary {
    double minimum;
    double maximum;
    double mean;
    double median;
    double deviation;
};

/* Summarises a series that has at least one value; sorts it in place. The deviation is that of the population. */
struct summary summarise(struct series *numbers);

#endif
