// SPDX-License-Identifier: MIT
#pragma once

// The build reads these three lines: they are the one place where the version is written.
#define FEALTY_VERSION_MAJOR 0
#define FEALTY_VERSION_MINOR 1
#define FEALTY_VERSION_PATCH 0

#define FEALTY_DETAIL_QUOTE(text) #text
#define FEALTY_DETAIL_DOTTED(major, minor, patch) \
  FEALTY_DETAIL_QUOTE(major) "." FEALTY_DETAIL_QUOTE(minor) "." FEALTY_DETAIL_QUOTE(patch)

namespace fealty {

/// The version of the library, as "major.minor.patch".
inline constexpr const char* version =
    FEALTY_DETAIL_DOTTED(FEALTY_VERSION_MAJOR, FEALTY_VERSION_MINOR, FEALTY_VERSION_PATCH);

}  // namespace fealty

#undef FEALTY_DETAIL_DOTTED
#undef FEALTY_DETAIL_QUOTE
