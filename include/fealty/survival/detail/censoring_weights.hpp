// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/censoring_limit.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/product_limit.hpp>
#include <fealty/survival/detail/risk_steps.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival::detail {

/// What is known of a life at an age.
enum class LifeState { ended, passed, unknown };

/// Lives from the beginning, weighted at each age by the inverse of the chance to be still watched.
class CensoringWeights {
 public:
  RiskSteps steps;
  ProductLimit survival, censoring;
  std::vector<double> weight;  // of each life

  CensoringWeights(const LifetimeData& data, const std::vector<std::uint32_t>& rows, CensoringLimit limit)
      : steps(data, AgeTies(data), rows), survival(ProductLimit::survival(steps)),
        censoring(ProductLimit::censoring(steps)), before_(limit == CensoringLimit::before_age) {
    for (const std::uint32_t row : rows) {
      weight.push_back(weight_of(data, row));
      ended_.push_back(data.ended[row]);
      total_ += weight.back();
    }
  }
  std::size_t lives() const { return weight.size(); }
  double total() const { return total_; }
  bool ended(std::size_t life) const { return ended_[life] != 0; }
  std::uint32_t exit(std::size_t life) const { return steps.exit[life]; }

  /// An age by the steps before it, and up to it.
  struct Age {
    std::size_t before, up_to;
    bool known;  // some pass it, or all have ended
  };
  Age at(double age) const {
    const std::size_t before = steps.before(age), up_to = steps.up_to(age);
    const bool any_left = (before_ ? before : up_to) < steps.size();
    return {before, up_to, lives() > 0 && (any_left || survival.value.back() == 0)};
  }
  LifeState state(std::size_t life, const Age& age) const {
    if (exit(life) >= age.up_to) return LifeState::passed;
    if (ended(life)) return LifeState::ended;
    return before_ && exit(life) >= age.before ? LifeState::passed : LifeState::unknown;
  }
  /// After how many steps the chance to be still watched is read.
  std::size_t reading(std::size_t life, const Age& age, LifeState state) const {
    if (state == LifeState::ended) return exit(life) + (before_ ? 0U : 1U);
    return before_ ? age.before : age.up_to;
  }

  /// Adds to each slope what comes of the weights: with a life's weight the chance to be watched moves, and
  /// with it all that is weighted.
  ///
  /// \param weighted  sums of weighted terms by the reading of their weights
  void add_slopes(const std::vector<double>& weighted, std::vector<double>& slopes) const {
    const std::size_t count = weighted.size();
    std::vector<double> watched(count + 1), later(count + 1);
    for (std::size_t k = 0; k < count; ++k) watched[k + 1] = watched[k] + weighted[k] * censoring.drift[k];
    for (std::size_t k = count; k-- > 0;) later[k] = later[k + 1] + weighted[k];
    for (std::size_t life = 0; life < lives(); ++life) {
      const std::size_t left = std::size_t{exit(life)} + 1;
      slopes[life] -= watched[left] + later[left] * censoring.stop(exit(life), ended(life));
    }
  }
  std::vector<double> no_readings() const { return std::vector<double>(steps.size() + 1); }

 private:
  bool before_;
  std::vector<std::uint8_t> ended_;
  double total_ = 0;
};

/// Says that nothing is known at an age.
inline Finding beyond_last_life(const char* who, std::size_t place, double age, const RiskSteps& steps) {
  const std::string last =
      steps.size() == 0 ? ": there is none" : fmt::format(" that was seen, at {}", steps.age.back());
  return {"beyond_last_life",
          Severity::warning,
          {},
          fmt::format("{}: ages[{}] = {} is beyond the last life{}", who, place, age, last)};
}

}  // namespace fealty::survival::detail
