// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace fealty {

/// What an error says, part by part; the message is `who: what[where] = value rule`.
struct ErrorDetail {
  std::string who;                    ///< the function or table that refuses
  std::string what;                   ///< the column or argument, under the caller's name for it
  std::optional<std::int64_t> where;  ///< the row, counted from 0
  std::string value;                  ///< the offending value
  std::string rule;                   ///< the rule it breaks
};

namespace detail {
/// A value as a message shows it: of a very long one the beginning, without cutting a UTF-8 character.
inline std::string shortened(const std::string& value) {
  constexpr std::size_t most = 200;
  if (value.size() <= most) return value;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xc0U) == 0x80U) --end;
  return value.substr(0, end) + "…";
}
inline std::string error_message(const ErrorDetail& error) {
  std::string text = error.who + ":";
  if (!error.what.empty()) text += " " + error.what;
  if (error.where) text += fmt::format("[{}]", *error.where);
  if (!error.value.empty()) text += (error.what.empty() ? " " : " = ") + shortened(error.value);
  if (!error.rule.empty()) text += " " + error.rule;
  return text;
}
}  // namespace detail

/// Base of every exception that fealty throws.
class Error : public std::runtime_error {
 public:
  explicit Error(ErrorDetail detail)
      : std::runtime_error(fealty::detail::error_message(detail)),
        detail_(std::make_shared<const ErrorDetail>(std::move(detail))) {}

  /// The parts of the message, for callers that show or log them apart.
  const ErrorDetail& detail() const noexcept { return *detail_; }

 private:
  std::shared_ptr<const ErrorDetail> detail_;  // shared, so that copying an exception cannot throw
};

/// Data or options break a documented precondition.
class InvalidInput : public Error {
  using Error::Error;
};

/// An exact amount would leave the range of 64 bits.
class Overflow : public Error {
  using Error::Error;
};

/// An iteration stopped without reaching its tolerance.
class NotConverged : public Error {
  using Error::Error;
};

}  // namespace fealty
