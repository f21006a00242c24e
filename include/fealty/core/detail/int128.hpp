// SPDX-License-Identifier: MIT
#pragma once

namespace fealty::detail {

__extension__ typedef __int128 int128;  // not ISO C++, but both compilers have them
__extension__ typedef unsigned __int128 uint128;

}  // namespace fealty::detail
