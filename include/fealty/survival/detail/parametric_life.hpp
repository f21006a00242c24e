// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/parametric_error.hpp>
#include <fealty/survival/detail/parametric_jet.hpp>
#include <fealty/survival/detail/seen_ages.hpp>

#include <cmath>
#include <cstddef>
#include <optional>

namespace fealty::survival::detail {

/// What a life's distribution depends on, as variables of jets.
enum LifePart : std::size_t { location_part, log_scale_part, shape_part, cure_part };

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

  Jet log_survival(double age) const { return age > 0 ? log_survival_at(std::log(age)) : Jet{}; }
  Jet log_survival_at(double log_age) const {
    const Jet survival = of_not_cured(log_age);
    return cured_ ? not_cured_ + with_cured(survival) : survival;
  }
  Jet log_density(double age) const {
    const double log_age = std::log(age);
    const Jet z = standardized(log_age);
    return compose(error_.log_density(z.value), z, shape_) - log_scale_ - Jet{log_age} + not_cured_;
  }
  Jet log_likelihood(const LifeAges& ages) const {
    const Jet seen = ages.seen == Seen::ended     ? log_density(ages.age)
                     : ages.seen == Seen::between ? log_chance(ages.age, ages.upper)
                                                  : log_survival(ages.age);
    return ages.entry > 0 ? seen - log_survival(ages.entry) : seen;
  }

 private:
  Jet of_not_cured(double log_age) const {
    const Jet z = standardized(log_age);
    return compose(error_.log_survival(z.value), z, shape_);
  }
  /// That it ends between two ages.
  Jet log_chance(double from, double to) const {
    const Jet first = from > 0 ? of_not_cured(std::log(from)) : Jet{};
    const Jet hazard = first - of_not_cured(std::log(to));
    return not_cured_ + first + compose(log_complement(hazard.value), hazard);
  }
  /// log(e^survival + e^cured).
  Jet with_cured(const Jet& survival) const {
    const double gap = survival.value - cured_->value;
    if (!(gap > -700)) return *cured_;
    const Jet less = gap > 0 ? *cured_ - survival : survival - *cured_;
    return (gap > 0 ? survival : *cured_) + compose(softplus(less.value), less);
  }
  Jet standardized(double log_age) const { return by_scale_ * (Jet{log_age} - location_); }

  const ErrorDistribution& error_;
  Jet location_, log_scale_, shape_, by_scale_;
  std::optional<Jet> cured_;
  Jet not_cured_;  // log of the chance; 0 where all end
};

}  // namespace fealty::survival::detail
