#include "stats.h"

#include <math.h>
#include <stdlib.h>

static int by_value(const void *left, const void *right) {
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

struct summary summarise(struct series *numbers) {
    struct summary result;
    double sum = 0;
    double squares = 0;
    qsort(numbers->values, numbers->length, sizeof *numbers->values, by_value);
    for (int i = 0; i < numbers->length; i++) {
        sum += numbers->values[i];
    }
    result.minimum = numbers->values[0];
    result.maximum = numbers->values[numbers->length - 1];
    result.mean = sum / (double)numbers->length;
    for (int i = 0; i < numbers->length; i++) {
        double distance = numbers->values[i] - result.mean;
        squares += distance * distance;
    }
    result.deviation = sqrt(squares / (double)numbers->length);
    result.median = (numbers->values[(numbers->length - 1) / 2] + numbers->values[numbers->length / 2]) / 2;
    return result;
}
