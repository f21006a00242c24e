// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/parametric_error.hpp>
#include <fealty/survival/detail/parametric_jet.hpp>

#include <cmath>
#include <cstddef>
#include <optional>

namespace fealty::survival::detail {

/// What a life's distribution depends on, as variables of jets.
enum LifePart : std::size_t { location_part, log_scale_part, shape_part, cure_part };

/// How a life was seen to end.
enum class Seen {
  alive,   ///< not: it was last seen at its age
  ended,   ///< at its age
  between  ///< at an age above the one and up to the other
};
struct LifeAges {
  double entry = 0;  // 0 from the beginning
  double age = 0;
  double upper = 0;  // of a life that ended between ages
  Seen seen = Seen::alive;
};

/// The distribution of one life: log age = location + scale x error, of those that are not cured.
class AcceleratedLife {
 public:
  /// \param cured  logit of the chance to be cured, which is never to end; none where all end
  AcceleratedLife(const ErrorDistribution& error, double location, double log_scale, double shape,
                  std::optional<double> cured)
      : error_(error), location_(Jet::variable(location_part, location)),
        log_scale_(Jet::variable(log_scale_part, log_scale)), shape_(Jet::variable(shape_part, shape)),
        by_scale_(exp(-1.0 * log_scale_)) {
    if (!cured) return;
    cured_ = Jet::variable(cure_part, *cured);
    not_cured_ = -1.0 * compose(softplus(*cured), *cured_);
  }

  Jet log_survival(double age) const {
    if (age <= 0) return {};
    const Jet z = standardized(age);
    const Jet survival = compose(error_.log_survival(z.value), z, shape_);
    if (!cured_) return survival;
    const Jet odds = *cured_ - survival;
    return not_cured_ + survival + compose(softplus(odds.value), odds);
  }
  Jet log_density(double age) const {
    const Jet z = standardized(age);
    return compose(error_.log_density(z.value), z, shape_) - log_scale_ - Jet{std::log(age)} + not_cured_;
  }
  Jet log_likelihood(const LifeAges& ages) const {
    Jet sum = ages.seen == Seen::ended ? log_density(ages.age) : log_survival(ages.age);
    if (ages.seen == Seen::between) {
      const Jet hazard = sum - log_survival(ages.upper);
      sum += compose(log_complement(hazard.value), hazard);
    }
    return ages.entry > 0 ? sum - log_survival(ages.entry) : sum;
  }

 private:
  Jet standardized(double age) const { return by_scale_ * (Jet{std::log(age)} - location_); }

  const ErrorDistribution& error_;
  Jet location_, log_scale_, shape_, by_scale_;
  std::optional<Jet> cured_;
  Jet not_cured_;  // log of the chance; 0 where all end
};

}  // namespace fealty::survival::detail
