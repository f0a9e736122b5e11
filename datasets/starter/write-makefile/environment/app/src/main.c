#include <stdio.h>
#include <string.h>

#include "selftest.h"
#include "text.h"

#ifndef VERSION
#error "VERSION must be defined on the command line"
#endif

int main(int argc, char **argv) {
    char name[NAME_MAX_OWN + 1];
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        printf("greet %s\n", VERSION);
        return 0;
    }
    if (argc == 2 && strcmp(argv[1], "--self-test") == 0) {
        return self_test() == 0 ? 0 : 1;
    }
    if (argc != 2 || proper_name(argv[1], name) != 0) {
        fprintf(stderr, "usage: greet NAME | --version | --self-test\n");
        return 2;
    }
    printf("Hello, %s!\n", name);
    return 0;
}
