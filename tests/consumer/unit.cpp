// SPDX-License-Identifier: MIT
#include <fealty/fealty.hpp>

const char* version_of_other_unit();
const char* version_of_other_unit() { return fealty::version; }
