// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>

namespace fealty::retention::detail {

using fealty::detail::check_confidence;
using fealty::detail::Interval;
using fealty::detail::normal_quantile;
using fealty::detail::rate;
using fealty::detail::wilson;

}  // namespace fealty::retention::detail
