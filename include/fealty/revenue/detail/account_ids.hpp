// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace fealty::revenue {

/// What anonymize() did: how many rows now bear another id, and which.
template <class Id>
struct Anonymized {
  std::size_t rows = 0;          ///< rows of the account
  std::optional<Id> alias = {};  ///< its id from now on; none for an account that was not there
};

}  // namespace fealty::revenue

namespace fealty::revenue::detail {

/// Ids as a state holds them, for a look-up by either kind: std::string_view or std::int64_t.
template <class Id>
inline constexpr bool is_text_id = !std::is_same_v<Id, std::int64_t>;

template <class Id>
auto id_at(const Ids& ids, std::uint32_t code) {
  if constexpr (is_text_id<Id>) return ids.view(code);
  else return ids.number(code);
}

/// Whether two dictionaries can hold the same accounts: texts never are integers.
inline bool ids_fit(const Ids& a, const Ids& b) {
  return a.size() == 0 || b.size() == 0 || a.is_text() == b.is_text();
}

/// The code of an id of another dictionary.
inline std::uint32_t encode_from(Ids& to, const Ids& from, std::uint32_t code) {
  return from.is_text() ? to.encode(from.view(code)) : to.encode(from.number(code));
}

/// The code of an account, none if it is not there. An id of the other kind is refused: that an account
/// is not there must not be said of ids that were never compared.
template <class Id>
std::optional<std::uint32_t> find_account(const char* who, const Ids& ids, Id account) {
  if (ids.size() > 0 && ids.is_text() != is_text_id<Id>)
    throw InvalidInput(
        {.who = who,
         .what = "account",
         .where = {},
         .value = is_text_id<Id> ? "a text" : "an integer",
         .rule = is_text_id<Id> ? "does not fit ids that are integers" : "does not fit ids that are texts"});
  return ids.find(account);
}

/// A dictionary of the same kind with the ids that `edit` gives for each code, in their order; it leaves
/// out those for which there is none. It shares no memory with the first.
template <class Id, class Edit>
Ids edited_ids(const Ids& ids, Edit edit) {
  Ids out;
  if constexpr (is_text_id<Id>)
    out.encode_texts(
        0, [](std::size_t) { return ""; }, nullptr);
  for (std::uint32_t code = 0; code < ids.size(); ++code)
    if (const std::optional<Id> id = edit(code)) out.encode(*id);
  return out;
}
template <class Id>
Ids ids_without(const Ids& ids, std::uint32_t gone) {
  return edited_ids<Id>(ids, [&](std::uint32_t code) {
    return code == gone ? std::nullopt : std::optional<Id>(id_at<Id>(ids, code));
  });
}
template <class Id>
Ids ids_renamed(const Ids& ids, std::uint32_t renamed, Id alias) {
  return edited_ids<Id>(ids, [&](std::uint32_t code) {
    return std::optional<Id>(code == renamed ? alias : Id(id_at<Id>(ids, code)));
  });
}

/// What an owner of a std::string_view keeps.
template <class Id>
using KeptId = std::conditional_t<is_text_id<Id>, std::string, std::int64_t>;

/// The next of anonymous-1, anonymous-2, … (-1, -2, … for integers) that is no id.
///
/// \param number  the last that was taken
template <class Id>
KeptId<Id> next_anonymous(const Ids& ids, std::int64_t& number) {
  while (true) {
    ++number;
    if constexpr (is_text_id<Id>) {
      std::string alias = fmt::format("anonymous-{}", number);
      if (!ids.find(std::string_view(alias))) return alias;
    } else {
      if (!ids.find(-number)) return -number;
    }
  }
}

/// The alias asked for, or else the first that no account bears.
template <class Id>
KeptId<Id> alias_for(const char* who, const Ids& ids, const std::optional<Id>& asked) {
  if (asked) {
    if (find_account(who, ids, *asked))
      throw InvalidInput({.who = who,
                          .what = "alias",
                          .where = {},
                          .value = fmt::format("{}", *asked),
                          .rule = "is an account already; its rows and the other's would become one's"});
    return KeptId<Id>(*asked);
  }
  std::int64_t number = 0;
  return next_anonymous<Id>(ids, number);
}

}  // namespace fealty::revenue::detail
