#!/bin/bash
set -e
cd /app
cat > Makefile <<'MAKE'
# The build of greet; see the targets all, check, install, uninstall, clean.
CC = gcc
CFLAGS = -O1 -Wall
PREFIX = /usr/local
OBJECTS = $(patsubst src/%.c,build/%.o,$(wildcard src/*.c))

all: build/greet build/greet.1

build/greet: $(OBJECTS)
	$(CC) $(CFLAGS) $^ -o $@

build/%.o: src/%.c VERSION
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Iinclude -DVERSION="\"`cat VERSION`\"" -MMD -MP -c $< -o $@

build/greet.1: man/greet.1.in VERSION
	@mkdir -p $(@D)
	sed "s/@VERSION@/`cat VERSION`/g" $< > $@

check: all
	build/greet --self-test

install: all
	mkdir -p $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 build/greet $(DESTDIR)$(PREFIX)/bin/greet
	install -m 644 build/greet.1 $(DESTDIR)$(PREFIX)/share/man/man1/greet.1

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/greet $(DESTDIR)$(PREFIX)/share/man/man1/greet.1

clean:
	rm -rf build

-include $(OBJECTS:.o=.d)

.PHONY: all check install uninstall clean
MAKE
make check
make clean
