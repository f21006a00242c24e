// SPDX-License-Identifier: MIT
// A service of two units that both include everything: a definition that is not inline fails to link.
#include <fealty/fealty.hpp>

#include <cstdio>

const char* version_of_other_unit();

int main() { return std::puts(version_of_other_unit()) < 0; }
