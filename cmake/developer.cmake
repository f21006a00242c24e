# SPDX-License-Identifier: MIT
# What fealty's own targets are built with; nothing here reaches a consumer.

add_library(fealty_developer INTERFACE)
target_link_libraries(fealty_developer INTERFACE fealty::fealty)
# A contracted multiply-add gives other bits at other dispatch levels.
target_compile_options(
  fealty_developer INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wpedantic -ffp-contract=off
                             $<$<BOOL:${FEALTY_WERROR}>:-Werror>)
# g++ 12 sees long std::strings overflow their short form (its bugs 105329 and 105651); clang and ASan look too.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(fealty_developer INTERFACE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow)
endif()

if(PROJECT_IS_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(FEALTY_CCACHE ccache)
  mark_as_advanced(FEALTY_CCACHE)
  if(FEALTY_CCACHE)
    # Without this sloppiness ccache passes over every unit that uses a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${FEALTY_CCACHE})
  endif()
endif()

# ccache also wants these two before it looks at units with a precompiled header.
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  set(FEALTY_PCH_OPTIONS -Xclang -fno-pch-timestamp)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  set(FEALTY_PCH_OPTIONS -fpch-preprocess)
endif()
