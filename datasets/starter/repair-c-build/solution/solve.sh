#!/bin/bash
set -e
cd /app
sed -i 's/^        /\t/' Makefile
sed -i 's|^OBJECTS = .*|OBJECTS = $(BUILD)/main.o $(BUILD)/reader.o $(BUILD)/stats.o|; s|\$(OBJECTS) -o \$@|$(OBJECTS) -o $@ -lm|' Makefile
sed -i 's|#include <ctype.h>|#include <ctype.h>\n#include <stdlib.h>|' src/reader.c
sed -i '1i #ifndef SERIES_H\n#define SERIES_H\n' src/series.h
printf '\n#endif\n' >> src/series.h
sed -i 's/for (int i = 0/for (size_t i = 0/' src/stats.c
make clean
make
./build/summary < data/sample.txt | diff - data/sample.expected
