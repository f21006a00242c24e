// SPDX-License-Identifier: MIT
// How much do definitions matter? The same months of the same company, by every convention of retention.
#include <fealty/retention/conventions.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace revenue = fealty::revenue;
namespace retention = fealty::retention;

int main() {
  const auto day = [](const char* text) { return fealty::parse_date(text).days; };
  const std::vector<std::string> account{"a", "b", "b", "c", "c", "d", "e", "e"};
  const std::vector<std::int32_t> start{day("2024-01-10"), day("2024-01-10"), day("2024-03-10"),
                                        day("2024-01-10"), day("2024-03-20"), day("2024-03-05"),
                                        day("2024-01-10"), day("2024-03-25")};
  const std::vector<std::int32_t> end{day("2024-03-15"), fealty::open, fealty::open,      day("2024-03-20"),
                                      fealty::open,      fealty::open, day("2024-03-10"), fealty::open};
  const std::vector<std::int64_t> cents{10000, 10000, 4000, 10000, 6000, 50000, 8000, 8000};
  const revenue::Subscriptions rows(
      {.account = account, .start = start, .end = end, .mrr_minor = cents, .currency = "USD"});
  const auto ledger = revenue::mrr_ledger(rows, {.as_of = fealty::parse_date("2024-03-31")});

  const auto sides = retention::conventions(ledger, {.window = 1});
  for (std::size_t i = 0; i < sides.value.size(); ++i)
    fmt::print("{:<15} {:<26} {:6.1f}%  {}\n",
               enum_names(retention::RetentionMeasure{})[static_cast<std::size_t>(sides.measure[i])],
               sides.convention[i], 100 * sides.value[i], sides.definition[i]);
}
