// SPDX-License-Identifier: MIT
// doctest reads IMPLEMENT_WITH_MAIN only where it is first included: in the precompiled header.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

int main(int argc, char** argv) { return doctest::Context(argc, argv).run(); }
