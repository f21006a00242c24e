// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/renewal_survival.hpp>
#include <fealty/survival/renewal_projection.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival {

namespace detail {
/// \throws InvalidInput  outside of a range
inline void check_periods(const char* who, const char* what, std::int64_t value, std::int64_t least) {
  if (value >= least && value <= 1'000'000) return;
  throw InvalidInput({.who = who,
                      .what = what,
                      .where = {},
                      .value = fmt::format("{}", value),
                      .rule = fmt::format("is not in [{}, 1000000]", least)});
}
}  // namespace detail

inline RenewalProjection renewal_projection(const RenewalModel& model,
                                            const RenewalProjectionOptions& options) {
  detail::check_periods("renewal_projection", "periods", options.periods, 1);
  detail::check_periods("renewal_projection", "given_age", options.given_age, 0);
  RenewalProjection found;
  std::vector<std::uint32_t> codes;
  for (std::size_t g = 0; g < model.alpha.size(); ++g) {
    const detail::RenewalSurvival stay{model.alpha[g], model.beta[g], model.shape[g]};
    const auto begin = static_cast<double>(options.given_age);
    for (std::int64_t step = 0; step <= options.periods; ++step) {
      const double age = begin + static_cast<double>(step);
      if (model.group.present()) codes.push_back(model.group.codes()[g]);
      found.period.push_back(options.given_age + step);
      found.survival.push_back(std::exp(stay.log_share(begin, age)));
      found.retention_rate.push_back(step == 0 ? detail::nan : std::exp(stay.log_share(age - 1, age)));
    }
  }
  if (model.group.present()) found.group = {std::move(codes), model.group.ids()};
  return found;
}

}  // namespace fealty::survival
