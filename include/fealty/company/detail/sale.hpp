// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/detail/model.hpp>
#include <fealty/company/detail/random.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace fealty::company::detail {

/// What is settled when an account is won.
struct Sale {
  std::size_t segment = 0, region = 0, channel = 0, seller = 0, industry = 0, plan = 0;
  std::int32_t created = 0;     ///< day
  std::int32_t signed_on = 0;   ///< day
  std::int32_t start = 0;       ///< first day of the first paid subscription
  std::int32_t trial_days = 0;  ///< 0 = no trial
  bool trial_priced = false;
  bool converts = true;  ///< false: the trial is all there is
  bool annual = false;
  std::int64_t seats = 0;
  std::int64_t discount_percent = 0;
  std::int64_t price = 0;         ///< a seat and month, minor units
  std::int64_t fit = 0;           ///< latent, of 1,000
  std::int64_t payment_risk = 0;  ///< latent, of 1,000
};

/// The product of two uniform draws: most of the range lies near its low end.
inline std::int64_t skewed(Random& random, std::int64_t low, std::int64_t high) {
  const std::int64_t share = random.below(1001);
  return low + (high - low) * share * random.below(1001) / 1'000'000;
}

inline void draw_terms(Random& random, Sale& sale) {
  const SegmentModel& model = segment_models[sale.segment];
  sale.annual = random.below(100) < model.annual_percent;
  sale.plan = random.pick(plan_shares[sale.segment]);
  sale.seats = skewed(random, model.seats_low, model.seats_high);
  sale.discount_percent = discount_percents[random.pick(discount_shares)];
  sale.price = plan_price[sale.plan] * (100 - sale.discount_percent) / 100;
}

inline void draw_fit(Random& random, Sale& sale) {
  const std::int64_t mean = channel_fit[sale.channel] + seller_fit[sale.seller] +
                            (sale.discount_percent >= deep_discount ? deep_discount_fit : 0);
  sale.fit = std::clamp<std::int64_t>(mean + random.triangular(300), 50, 950);
  sale.payment_risk = random.below(segment_models[sale.segment].payment_risk_high);
}

inline void draw_dates(Random& random, const World& world, Sale& sale) {
  const SegmentModel& model = segment_models[sale.segment];
  sale.created = random.day(world.first, world.until);
  if (random.below(100) < model.trial_percent) {
    sale.trial_days = random.chance(500'000) ? 14 : 30;
    sale.trial_priced = random.chance(250'000);
    sale.converts = random.chance(1'000 * (250 + sale.fit / 2));
    sale.start = sale.created + sale.trial_days;
    sale.signed_on = sale.start;
  } else {
    const auto days = static_cast<std::int32_t>(random.between(model.sales_days_low, model.sales_days_high));
    sale.start = sale.created + days;
    sale.signed_on = sale.start - static_cast<std::int32_t>(random.below(1 + std::min(days, 14)));
  }
}

/// \param account  number of the account, from 0
inline Sale draw_sale(const World& world, std::int64_t account) {
  Random random(world.seed, static_cast<std::uint64_t>(account), Stream::sale);
  Sale sale;
  sale.segment = random.pick(segment_shares);
  sale.region = random.pick(region_shares);
  sale.channel = random.pick(channel_shares);
  sale.seller = static_cast<std::size_t>(random.below(std::int64_t{sellers.size()}));
  sale.industry = random.pick(industry_shares);
  draw_terms(random, sale);
  draw_fit(random, sale);
  draw_dates(random, world, sale);
  return sale;
}

}  // namespace fealty::company::detail
