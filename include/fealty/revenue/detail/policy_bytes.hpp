// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/time_zone.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/preset_policy.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace fealty::revenue::detail {

/// Writes the fields of a policy as bytes, in their order.
struct PolicyToBytes {
  ByteWriter& to;

  template <class T>
  void operator()(const char*, const T& value) const {
    if constexpr (std::is_enum_v<T>) to.write(static_cast<std::uint8_t>(value));
    else if constexpr (std::is_same_v<T, std::string>) to.write_text(value);
    else if constexpr (std::is_same_v<T, Date>) to.write(value.days);
    else to.write(value);
  }
  template <class T>
  void operator()(const char* field, const std::optional<T>& value) const {
    to.write(static_cast<std::uint8_t>(value.has_value()));
    if (value) (*this)(field, *value);
  }
};

/// Reads them back.
struct PolicyFromBytes {
  ByteReader& from;

  template <class T>
  void operator()(const char* field, T& value) const {
    if constexpr (std::is_enum_v<T>) {
      const auto index = from.read<std::uint8_t>();
      if (index >= enum_names(T{}).size())
        from.refuse(fmt::format("holds a policy with a {} that there is not", field));
      value = static_cast<T>(index);
    } else if constexpr (std::is_same_v<T, std::string>) value = from.read_text();
    else if constexpr (std::is_same_v<T, Date>) value = Date{from.read<std::int32_t>()};
    else value = from.read<T>();
  }
  template <class T>
  void operator()(const char* field, std::optional<T>& value) const {
    const auto given = from.read<std::uint8_t>();
    if (given > 1) from.refuse(fmt::format("holds a policy with a {} that there is not", field));
    value.reset();
    if (given != 0) (*this)(field, value.emplace());
  }
};

/// A policy by which rows can be read. Whether its time zone is known here is asked where rows are.
inline LedgerPolicy read_policy(ByteReader& reader, const char* who) {
  LedgerPolicy policy;
  LedgerPolicy::each_field(policy, PolicyFromBytes{reader});
  if (!fealty::detail::fixed_offset(policy.time_zone) && !fealty::detail::may_name_zone(policy.time_zone))
    reader.refuse("holds a policy with a time_zone that there is not");
  if (policy.exchange_date && (policy.exchange_date->days < min_day || policy.exchange_date->days > max_day))
    reader.refuse("holds a policy with an exchange_date that there is not");
  try {
    check_policy(who, {.ledger = policy});
  } catch (const InvalidInput& error) {
    reader.refuse(fmt::format("holds a policy that there cannot be ({})", error.what()));
  }
  return policy;
}

}  // namespace fealty::revenue::detail
