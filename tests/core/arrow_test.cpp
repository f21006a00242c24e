// SPDX-License-Identifier: MIT
#include <fealty/core/arrow.hpp>

#include <cerrno>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

using Bytes = std::shared_ptr<std::vector<std::uint8_t>>;  // null: a null pointer

struct Type {
  std::string format;
  std::string name{};
  std::vector<Type> children{};
  std::shared_ptr<Type> dictionary{};
};

struct Array {
  std::int64_t length = 0;
  std::vector<Bytes> buffers{};
  std::int64_t offset = 0;
  std::int64_t null_count = -1;
  std::vector<Array> children{};
  std::shared_ptr<Array> dictionary{};
};

/// A producer's side: every struct given out counts until its release is called, which is checked to
/// happen once.
struct Producer {
  Type type;
  std::vector<Array> batches{};
  int schema_error = 0;
  int batch_error = 0;  // after the last batch
  const char* reason = "the disk is full";
  std::size_t next = 0;

  static inline int alive = 0;
  static inline int released_twice = 0;
};

template <class Struct, class Description>
struct Given {
  Description description;
  std::vector<Struct> children{};
  std::vector<Struct*> pointers{};
  std::unique_ptr<Struct> dictionary{};
  std::vector<const void*> buffers{};
};

template <class Struct, class Description>
void release(Struct* given) {
  auto* const memory = static_cast<Given<Struct, Description>*>(given->private_data);
  if (memory == nullptr) {
    ++Producer::released_twice;
    return;
  }
  for (Struct& child : memory->children)
    if (child.release != nullptr) child.release(&child);
  if (memory->dictionary && memory->dictionary->release != nullptr)
    memory->dictionary->release(memory->dictionary.get());
  delete memory;
  --Producer::alive;
  given->private_data = nullptr;
  given->release = nullptr;
}

/// What the two structs have in common.
template <class Struct, class Description>
Given<Struct, Description>* give_common(const Description& description, Struct* out) {
  *out = Struct{};
  auto* const memory = new Given<Struct, Description>{description};
  memory->children.resize(description.children.size());
  for (Struct& child : memory->children) memory->pointers.push_back(&child);
  out->n_children = static_cast<std::int64_t>(memory->children.size());
  out->children = memory->pointers.data();
  if (description.dictionary) memory->dictionary = std::make_unique<Struct>();
  out->dictionary = memory->dictionary.get();
  out->release = &release<Struct, Description>;
  out->private_data = memory;
  ++Producer::alive;
  return memory;
}

void give(const Type& type, ArrowSchema* out) {
  auto* const memory = give_common(type, out);
  for (std::size_t i = 0; i < type.children.size(); ++i) give(type.children[i], &memory->children[i]);
  if (type.dictionary) give(*type.dictionary, memory->dictionary.get());
  out->format = memory->description.format.c_str();
  out->name = type.name == "(null)" ? nullptr : memory->description.name.c_str();
  out->flags = ARROW_FLAG_NULLABLE;
}

void give(const Array& array, ArrowArray* out) {
  auto* const memory = give_common(array, out);
  for (std::size_t i = 0; i < array.children.size(); ++i) give(array.children[i], &memory->children[i]);
  if (array.dictionary) give(*array.dictionary, memory->dictionary.get());
  for (const Bytes& buffer : array.buffers) memory->buffers.push_back(buffer ? buffer->data() : nullptr);
  out->length = array.length;
  out->null_count = array.null_count;
  out->offset = array.offset;
  out->n_buffers = static_cast<std::int64_t>(memory->buffers.size());
  out->buffers = memory->buffers.data();
}

void give(Producer producer, ArrowArrayStream* out) {
  out->get_schema = [](ArrowArrayStream* self, ArrowSchema* schema) {
    auto& of = *static_cast<Producer*>(self->private_data);
    if (of.schema_error == 0) give(of.type, schema);
    return of.schema_error;
  };
  out->get_next = [](ArrowArrayStream* self, ArrowArray* array) {
    auto& of = *static_cast<Producer*>(self->private_data);
    if (of.next == of.batches.size()) {
      *array = ArrowArray{};
      return of.batch_error;
    }
    give(of.batches[of.next++], array);
    return 0;
  };
  out->get_last_error = [](ArrowArrayStream* self) {
    return static_cast<Producer*>(self->private_data)->reason;
  };
  out->release = [](ArrowArrayStream* self) {
    delete static_cast<Producer*>(self->private_data);
    --Producer::alive;
    self->release = nullptr;
  };
  out->private_data = new Producer(std::move(producer));
  ++Producer::alive;
}

/// Fails the test when a struct is left, or released twice.
struct NothingLeft {
  NothingLeft() { Producer::alive = Producer::released_twice = 0; }
  ~NothingLeft() {
    CHECK(Producer::alive == 0);
    CHECK(Producer::released_twice == 0);
  }
};

template <class T>
Bytes bytes_of(const std::vector<T>& values) {
  auto bytes = std::make_shared<std::vector<std::uint8_t>>(values.size() * sizeof(T));
  if (!values.empty()) std::memcpy(bytes->data(), values.data(), bytes->size());
  return bytes;
}
/// A bitmap from text such as "1101".
Bytes bits_of(std::string_view text) {
  std::vector<std::uint8_t> bytes(text.size() / 8 + 1);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '1') bytes[i / 8] = static_cast<std::uint8_t>(bytes[i / 8] | 1U << (i % 8));
  return bytes_of(bytes);
}
template <class T>
Array numbers(const std::vector<T>& values, Bytes validity = nullptr) {
  return {static_cast<std::int64_t>(values.size()), {std::move(validity), bytes_of(values)}};
}
template <class Offset = std::int32_t>
Array texts(const std::vector<std::string>& values, Bytes validity = nullptr) {
  std::vector<Offset> ends{0};
  std::vector<char> all;
  for (const std::string& value : values) {
    all.insert(all.end(), value.begin(), value.end());
    ends.push_back(static_cast<Offset>(all.size()));
  }
  return {static_cast<std::int64_t>(values.size()), {std::move(validity), bytes_of(ends), bytes_of(all)}};
}
/// Views; the long texts lie in turns in two buffers, behind some bytes of nothing.
Array views(const std::vector<std::string>& values, Bytes validity = nullptr) {
  std::vector<std::uint8_t> all(16 * values.size());
  std::vector<char> data[2]{{'?'}, {'?', '?'}};
  std::int32_t which = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto size = static_cast<std::int32_t>(values[i].size());
    std::memcpy(&all[16 * i], &size, 4);
    if (size <= 12) {
      if (size > 0) std::memcpy(&all[16 * i + 4], values[i].data(), values[i].size());
      continue;
    }
    which = 1 - which;
    const auto offset = static_cast<std::int32_t>(data[which].size());
    std::memcpy(&all[16 * i + 4], values[i].data(), 4);
    std::memcpy(&all[16 * i + 8], &which, 4);
    std::memcpy(&all[16 * i + 12], &offset, 4);
    data[which].insert(data[which].end(), values[i].begin(), values[i].end());
  }
  const std::vector<std::int64_t> sizes{static_cast<std::int64_t>(data[0].size()),
                                        static_cast<std::int64_t>(data[1].size())};
  return {static_cast<std::int64_t>(values.size()),
          {std::move(validity), bytes_of(all), bytes_of(data[0]), bytes_of(data[1]), bytes_of(sizes)}};
}
template <class Index>
Array encoded(const std::vector<Index>& indices, Array dictionary, Bytes validity = nullptr) {
  Array array = numbers(indices, std::move(validity));
  array.dictionary = std::make_shared<Array>(std::move(dictionary));
  return array;
}
Type type_of(std::string format, std::string name = "x") { return {std::move(format), std::move(name)}; }
Type encoded_type(std::string index, std::string value) {
  return {std::move(index), "x", {}, std::make_shared<Type>(type_of(std::move(value), ""))};
}

/// A batch of one or more columns, of which rows [first, first + n) count; all rows when n is -1.
Array batch(std::vector<Array> columns, std::int64_t first = 0, std::int64_t n = -1,
            Bytes validity = nullptr) {
  Array table{n, {std::move(validity)}, first};
  if (n < 0) table.length = columns.empty() ? 0 : columns[0].length;
  table.children = std::move(columns);
  return table;
}
Array sliced(Array array, std::int64_t first, std::int64_t n) {
  array.offset += first;
  array.length = n;
  return array;
}

/// A column as text: "1 null 3". Reals that are there but NaN are "nan".
struct Shown {
  template <class T>
  static std::string join(std::size_t n, T text_at) {
    std::string all;
    for (std::size_t i = 0; i < n; ++i) all += (i == 0 ? "" : " ") + text_at(i);
    return all;
  }
  template <class T>
  static std::string column(const Column<T>& values) {
    return join(values.size(), [&](std::size_t i) {
      return values.valid(i) ? fmt::format("{}", values[i]) : std::string("null");
    });
  }
  std::string operator()(const Column<std::int64_t>& values) const { return "integers " + column(values); }
  std::string operator()(const Column<double>& values) const { return "reals " + column(values); }
  std::string operator()(const DecimalColumn& values) const {
    return fmt::format("scale {}: {}", values.scale, column(values.unscaled));
  }
  std::string operator()(const Days& values) const { return "days " + column(values.days); }
  std::string operator()(const Timestamps& values) const { return "micros " + column(values.micros); }
  std::string operator()(const Flags& values) const { return "flags " + column(values.flags); }
  std::string operator()(const IdColumn& ids) const {
    return "ids " + join(ids.size(), [&](std::size_t i) { return ids.text(i); });
  }
};
std::string show(const FrameColumn& column) { return std::visit(Shown{}, column); }

Frame read(Producer producer, const std::vector<std::string>& wanted = {}) {
  ArrowArrayStream stream;
  give(std::move(producer), &stream);
  try {
    Frame frame = arrow::import_frame(&stream, wanted, "Table");
    CHECK((stream.release == nullptr));
    return frame;
  } catch (...) {
    CHECK((stream.release == nullptr));
    throw;
  }
}
Frame read(const Type& column, std::vector<Array> batches) {
  return read({.type = {"+s", "", {column}}, .batches = std::move(batches)});
}
/// The column of one batch of one column.
std::string read_one(const Type& column, Array array) {
  return show(read(column, {batch({std::move(array)})}).at("x"));
}

std::vector<std::int64_t> range(std::int64_t n) {
  std::vector<std::int64_t> values;
  for (std::int64_t i = 0; i < n; ++i) values.push_back(i);
  return values;
}

}  // namespace

TEST_SUITE("core/arrow") {
  TEST_CASE("offsets of batch and column add, for values, validity and flags, at every bit") {
    const NothingLeft checked;
    std::mt19937 random(1);
    std::string valid, flags;
    std::vector<std::string> words;
    for (int i = 0; i < 60; ++i) {
      valid += random() % 3 == 0 ? '0' : '1';
      flags += random() % 2 == 0 ? '0' : '1';
      words.push_back(random() % 2 == 0 ? fmt::format("w{}", i % 7) : fmt::format("a longer word {}", i));
    }
    const std::vector<std::uint8_t> indices{0, 1, 2, 3, 4, 5, 6};
    for (std::int64_t first = 0; first < 19; ++first)
      for (const std::int64_t of_table : {0, 1, 7, 8, 13})
        for (const std::int64_t n : {1, 8, 20}) {
          const auto cut = [&](Array array) { return sliced(std::move(array), first, 41); };
          const Array table =
              batch({cut(numbers(range(60), bits_of(valid))), cut({60, {bits_of(valid), bits_of(flags)}}),
                     cut(texts(words, bits_of(valid))), cut(views(words, bits_of(valid))),
                     cut(encoded(range(60), texts(words), bits_of(valid)))},
                    of_table, n);
          const Frame frame = read({.type = {"+s",
                                             "",
                                             {type_of("l", "numbers"),
                                              type_of("b", "flags"),
                                              type_of("u", "texts"),
                                              type_of("vu", "views"),
                                              {"l", "encoded", {}, std::make_shared<Type>(type_of("u"))}}},
                                    .batches = {table}});
          std::string want_numbers = "integers", want_flags = "flags", want_texts = "ids";
          for (auto i = static_cast<std::size_t>(first + of_table);
               i < static_cast<std::size_t>(first + of_table + n); ++i) {
            const bool there = valid[i] == '1';
            want_numbers += there ? fmt::format(" {}", i) : " null";
            want_flags += there ? fmt::format(" {}", flags[i]) : " null";
            want_texts += " " + (there ? words[i] : "null");
          }
          CAPTURE(first);
          CAPTURE(of_table);
          CAPTURE(n);
          CHECK(frame.rows() == static_cast<std::size_t>(n));
          CHECK(show(frame.at("numbers")) == want_numbers);
          CHECK(show(frame.at("flags")) == want_flags);
          CHECK(show(frame.at("texts")) == want_texts);
          CHECK(show(frame.at("views")) == want_texts);
          CHECK(show(frame.at("encoded")) == want_texts);
        }
  }

  TEST_CASE("reads every integer type, and its extremes") {
    const NothingLeft checked;
    CHECK(read_one(type_of("c"), numbers<std::int8_t>({-128, 127})) == "integers -128 127");
    CHECK(read_one(type_of("C"), numbers<std::uint8_t>({0, 255})) == "integers 0 255");
    CHECK(read_one(type_of("s"), numbers<std::int16_t>({-32768, 32767})) == "integers -32768 32767");
    CHECK(read_one(type_of("S"), numbers<std::uint16_t>({0, 65535})) == "integers 0 65535");
    CHECK(read_one(type_of("i"), numbers<std::int32_t>({INT32_MIN, INT32_MAX})) ==
          "integers -2147483648 2147483647");
    CHECK(read_one(type_of("I"), numbers<std::uint32_t>({0, UINT32_MAX})) == "integers 0 4294967295");
    CHECK(read_one(type_of("l"), numbers<std::int64_t>({INT64_MIN, INT64_MAX})) ==
          "integers -9223372036854775808 9223372036854775807");
    CHECK(read_one(type_of("L"), numbers<std::uint64_t>({0, INT64_MAX})) == "integers 0 9223372036854775807");
    CHECK(read_one(type_of("L"), numbers<std::uint64_t>({UINT64_MAX, 1}, bits_of("01"))) ==
          "integers null 1");
    CHECK_THROWS_WITH_AS(read_one(type_of("L"), numbers<std::uint64_t>({1, 9223372036854775808U})),
                         "Table: x[1] = 9223372036854775808 is above 9223372036854775807", InvalidInput);
  }

  TEST_CASE("reads real numbers, flags and nulls") {
    const NothingLeft checked;
    CHECK(read_one(type_of("f"), numbers<float>({1.5F, NAN, -INFINITY}, bits_of("111"))) ==
          "reals 1.5 nan -inf");
    CHECK(read_one(type_of("g"), numbers<double>({.1, NAN, 9}, bits_of("110"))) == "reals 0.1 nan null");
    CHECK(read_one(type_of("b"), {3, {bits_of("110"), bits_of("101")}}) == "flags 1 0 null");
    CHECK(read_one(type_of("n"), {2, {}, 0, 2}) == "reals null null");
    const Frame nulls = read(type_of("n"), {batch({Array{1, {}, 0, 1}})});
    CHECK(std::isnan(std::get<Column<double>>(nulls.at("x"))[0]));
  }

  TEST_CASE("dates of milliseconds are rounded down to the day") {
    const NothingLeft checked;
    CHECK(read_one(type_of("tdD"), numbers<std::int32_t>({-719162, 2932896})) == "days -719162 2932896");
    CHECK(read_one(type_of("tdm"), numbers<std::int64_t>({86'400'000, 86'399'999, 0, -1, -86'400'000,
                                                          -86'400'001})) == "days 1 0 0 -1 -1 -2");
    const std::int64_t last = std::int64_t{INT32_MAX} * 86'400'000 + 86'399'999;
    CHECK(read_one(type_of("tdm"), numbers<std::int64_t>({last, INT64_MAX}, bits_of("10"))) ==
          "days 2147483647 null");
    CHECK_THROWS_WITH_AS(read_one(type_of("tdm"), numbers<std::int64_t>({0, last + 1})),
                         "Table: x[1] = 185542587187200000 ms is beyond a day number of 32 bits",
                         InvalidInput);
  }

  TEST_CASE("timestamps become microseconds of UTC, whatever their time zone") {
    const NothingLeft checked;
    CHECK(read_one(type_of("tss:"), numbers<std::int64_t>({1, -1})) == "micros 1000000 -1000000");
    CHECK(read_one(type_of("tsm:Asia/Tokyo"), numbers<std::int64_t>({1, -1})) == "micros 1000 -1000");
    CHECK(read_one(type_of("tsu:UTC"), numbers<std::int64_t>({INT64_MAX, -1})) ==
          "micros 9223372036854775807 -1");
    CHECK(read_one(type_of("tsn:+09:00"), numbers<std::int64_t>({1999, -1, -1000, -1001, INT64_MIN})) ==
          "micros 1 -1 -1 -2 -9223372036854776");
    CHECK(read_one(type_of("tss:"), numbers<std::int64_t>({9223372036854, INT64_MIN}, bits_of("10"))) ==
          "micros 9223372036854000000 null");
    CHECK_THROWS_WITH_AS(read_one(type_of("tss:"), numbers<std::int64_t>({9223372036855})),
                         "Table: x[0] = 9223372036855 s is beyond 64 bits of microseconds", InvalidInput);
    CHECK_THROWS_WITH_AS(read_one(type_of("tsm:"), numbers<std::int64_t>({0, INT64_MIN})),
                         "Table: x[1] = -9223372036854775808 ms is beyond 64 bits of microseconds",
                         InvalidInput);
  }

  TEST_CASE("decimals keep their scale; one beyond 64 bits is refused with its row") {
    const NothingLeft checked;
    const auto wide = [](std::int64_t high, std::uint64_t low) {
      return std::pair<std::uint64_t, std::int64_t>(low, high);
    };
    using Wide = std::pair<std::uint64_t, std::int64_t>;
    const auto high_bit = std::uint64_t{1} << 63;
    CHECK(read_one(type_of("d:19,2"),
                   numbers<Wide>({wide(0, 123), wide(-1, high_bit), wide(0, high_bit - 1)})) ==
          "scale 2: 123 -9223372036854775808 9223372036854775807");
    CHECK(read_one(type_of("d:38,0,128"), numbers<Wide>({wide(0, 7), wide(7, 7)}, bits_of("10"))) ==
          "scale 0: 7 null");
    CHECK(read_one(type_of("d:9,4,32"), numbers<std::int32_t>({-5, 5})) == "scale 4: -5 5");
    CHECK(read_one(type_of("d:18,18,64"), numbers<std::int64_t>({-5, 5})) == "scale 18: -5 5");
    CHECK_THROWS_WITH_AS(read_one(type_of("d:38,2"), numbers<Wide>({wide(0, 1), wide(0, high_bit)})),
                         "Table: x[1] = 92233720368547758.08 is beyond 64 bits, counted in its last digit",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(
        read_one(type_of("d:38,0"), numbers<Wide>({wide(INT64_MIN, 0)})),
        "Table: x[0] = -170141183460469231731687303715884105728 is beyond 64 bits, counted in its last digit",
        InvalidInput);
    for (const char* format : {"d:38,19", "d:10,-2", "d:40,2,256", "d:10"})
      CHECK_THROWS_WITH_AS(
          read_one(type_of(format), numbers<Wide>({wide(0, 1)})),
          fmt::format("Table: x = format {} cannot be read: decimals may have a scale of 0 to 18 "
                      "and at most 128 bits",
                      format)
              .c_str(),
          InvalidInput);
  }

  TEST_CASE("texts of every layout give the same codes, in the order of the rows") {
    const NothingLeft checked;
    const std::vector<std::string> words{
        "",  "twelve bytes",   "thirteen bytes",   "b", "", std::string("a\0b", 3), "thirteen bytez",
        "b", "thirteen bytes", "\xc3\xa9t\xc3\xa9"};
    const Bytes valid = bits_of("1111011111");
    const std::vector<std::uint32_t> want{0, 1, 2, 3, no_id, 4, 5, 3, 2, 6};
    const std::vector<std::string> entries{"unused", "b",      "",       words[9], words[5],
                                           words[6], words[2], words[1], "b"};
    const std::vector<std::int8_t> indices{2, 7, 6, 8, 0, 4, 5, 1, 6, 3};  // "b" stands in it twice
    const auto check = [&](const Type& type, const Array& array) {
      const Frame frame = read(type, {batch({array})});
      const auto& ids = std::get<IdColumn>(frame.at("x"));
      CHECK(ids.name() == "x");
      CHECK(std::vector<std::uint32_t>(ids.codes().begin(), ids.codes().end()) == want);
      CHECK(ids.ids()->size() == 7);
      for (std::size_t i = 0; i < words.size(); ++i)
        if (want[i] != no_id) CHECK(ids.text(i) == words[i]);
    };
    check(type_of("u"), texts(words, valid));
    check(type_of("U"), texts<std::int64_t>(words, valid));
    check(type_of("vu"), views(words, valid));
    check(encoded_type("c", "u"), encoded(indices, texts(entries), valid));
    check(encoded_type("c", "vu"), encoded(indices, views(entries), valid));
  }

  TEST_CASE("texts that are all empty need no buffer, and missing ones are not the empty text") {
    const NothingLeft checked;
    Array empty = texts({"", ""}, bits_of("10"));
    empty.buffers[2] = nullptr;
    CHECK(read_one(type_of("u"), empty) == "ids  null");
    CHECK(read_one(type_of("u"), texts({"x", "y"}, bits_of("00"))) == "ids null null");
  }

  TEST_CASE("a dictionary of any index type, sliced, with entries that are null") {
    const NothingLeft checked;
    const Array entries = sliced(texts({"?", "a", "b", "c"}, bits_of("1101")), 1, 3);  // a, null, c
    const std::string want = "ids c null a null c";
    const Bytes valid = bits_of("11101");
    CHECK(read_one(encoded_type("c", "u"), encoded<std::int8_t>({2, 1, 0, 9, 2}, entries, valid)) == want);
    CHECK(read_one(encoded_type("C", "u"), encoded<std::uint8_t>({2, 1, 0, 9, 2}, entries, valid)) == want);
    CHECK(read_one(encoded_type("s", "u"), encoded<std::int16_t>({2, 1, 0, 9, 2}, entries, valid)) == want);
    CHECK(read_one(encoded_type("S", "u"), encoded<std::uint16_t>({2, 1, 0, 9, 2}, entries, valid)) == want);
    CHECK(read_one(encoded_type("i", "u"), encoded<std::int32_t>({2, 1, 0, -1, 2}, entries, valid)) == want);
    CHECK(read_one(encoded_type("I", "u"), encoded<std::uint32_t>({2, 1, 0, 9, 2}, entries, valid)) == want);
    CHECK(read_one(encoded_type("l", "u"), encoded<std::int64_t>({2, 1, 0, -1, 2}, entries, valid)) == want);
    CHECK(read_one(encoded_type("L", "u"), encoded<std::uint64_t>({2, 1, 0, 9, 2}, entries, valid)) == want);
    CHECK(read_one(encoded_type("c", "u"), encoded<std::int8_t>({0, 0}, texts({}), bits_of("00"))) ==
          "ids null null");
    CHECK_THROWS_WITH_AS(read_one(encoded_type("i", "u"), encoded<std::int32_t>({0, 3}, entries)),
                         "Table: x[1] = 3 is no index of a dictionary of 3", InvalidInput);
    CHECK_THROWS_WITH_AS(read_one(encoded_type("c", "u"), encoded<std::int8_t>({-1}, entries)),
                         "Table: x[0] = -1 is no index of a dictionary of 3", InvalidInput);
    CHECK_THROWS_WITH_AS(read_one(encoded_type("f", "u"), encoded<float>({0}, entries)),
                         "Table: x = format f is none of a dictionary's indices", InvalidInput);
  }

  TEST_CASE("a dictionary of values that are no texts is decoded, and errors name the row") {
    const NothingLeft checked;
    CHECK(read_one(encoded_type("c", "tdD"), encoded<std::int8_t>({1, 0, 1}, numbers<std::int32_t>({5, 7}),
                                                                  bits_of("101"))) == "days 7 null 7");
    CHECK(read_one(encoded_type("c", "l"),
                   encoded<std::int8_t>({1, 0, 1}, numbers<std::int64_t>({5, 7}, bits_of("10")))) ==
          "integers null 5 null");
    CHECK(read_one(encoded_type("c", "b"), encoded<std::int8_t>({1, 0, 1}, {2, {nullptr, bits_of("10")}})) ==
          "flags 0 1 0");
    CHECK(read_one(encoded_type("c", "n"), encoded<std::int8_t>({0}, Array{}, bits_of("0"))) == "reals null");
    CHECK_THROWS_WITH_AS(read_one(encoded_type("c", "L"),
                                  encoded<std::int8_t>({0, 0, 1}, numbers<std::uint64_t>({5, UINT64_MAX}))),
                         "Table: x[2] = 18446744073709551615 is above 9223372036854775807", InvalidInput);
  }

  TEST_CASE("batches are joined; their dictionaries may differ") {
    const NothingLeft checked;
    const Type type{
        "+s", "", {encoded_type("c", "u"), type_of("l", "n"), type_of("g", "g"), type_of("b", "b")}};
    const Frame frame =
        read({.type = type,
              .batches = {batch({encoded<std::int8_t>({0, 1, 0}, texts({"a", "b"})),
                                 numbers<std::int64_t>({1, 2, 3}),
                                 numbers<double>({1, 2, 3}),
                                 {3, {nullptr, bits_of("101")}}}),
                          batch({Array{0, {nullptr, nullptr}, 0, 0, {}, std::make_shared<Array>(texts({}))},
                                 numbers<std::int64_t>({}),
                                 numbers<double>({}),
                                 {0, {nullptr, nullptr}}}),
                          batch({encoded<std::int8_t>({1, 0, 2, 0}, texts({"c", "a", "b"}), bits_of("1110")),
                                 numbers<std::int64_t>({4, 5, 6, 7}, bits_of("1011")),
                                 numbers<double>({4, 5, 6, 7}),
                                 {4, {bits_of("0111"), bits_of("0010")}}},
                                1, 3)}});
    CHECK(frame.rows() == 6);
    CHECK(show(frame.at("x")) == "ids a b a c b null");
    CHECK(std::get<IdColumn>(frame.at("x")).ids()->size() == 3);
    CHECK(show(frame.at("n")) == "integers 1 2 3 null 6 7");
    CHECK(show(frame.at("g")) == "reals 1 2 3 5 6 7");
    CHECK_FALSE(std::get<Column<double>>(frame.at("g")).may_have_nulls());
    CHECK(show(frame.at("b")) == "flags 1 0 1 0 1 0");
    CHECK_THROWS_WITH_AS(read(type_of("L"), {batch({numbers<std::uint64_t>({1, 2})}),
                                             batch({numbers<std::uint64_t>({1, UINT64_MAX})})}),
                         "Table: x[3] = 18446744073709551615 is above 9223372036854775807", InvalidInput);
  }

  TEST_CASE("a null row of the table is null in every column") {
    const NothingLeft checked;
    const Array table =
        batch({numbers<std::int64_t>({0, 1, 2, 3, 4}, bits_of("11011")), texts({"a", "b", "c", "d", "e"}),
               encoded<std::int8_t>({0, 0, 0, 0, 0}, texts({"z"}))},
              1, 4, bits_of("00111"));
    const Frame frame = read({.type = {"+s",
                                       "",
                                       {type_of("l", "n"),
                                        type_of("u", "t"),
                                        {"c", "d", {}, std::make_shared<Type>(type_of("u"))}}},
                              .batches = {table}});
    CHECK(show(frame.at("n")) == "integers null null 3 4");
    CHECK(show(frame.at("t")) == "ids null c d e");
    CHECK(show(frame.at("d")) == "ids null z z z");
  }

  TEST_CASE("a count of nulls of 0 overrules the bitmap, and -1 is unknown") {
    const NothingLeft checked;
    Array array = numbers<std::int64_t>({1, 2}, bits_of("01"));
    CHECK(read_one(type_of("l"), array) == "integers null 2");
    array.null_count = 1;
    CHECK(read_one(type_of("l"), array) == "integers null 2");
    array.null_count = 0;
    CHECK(read_one(type_of("l"), array) == "integers 1 2");
    const Frame frame =
        read(type_of("l"), {batch({sliced(numbers(range(40), bits_of("0" + std::string(39, '1'))), 1, 39)})});
    CHECK_FALSE(std::get<Column<std::int64_t>>(frame.at("x")).may_have_nulls());  // none in this slice
  }

  TEST_CASE("what one batch holds in the frame's layout is looked at in place, as long as it is needed") {
    const NothingLeft checked;
    const auto place = [](const char* format, const Array& array, auto column_of) {
      const auto column = [&] {
        const Array none = batch({{0, {nullptr, nullptr}}});
        const Frame frame = read(type_of(format), {none, batch({sliced(array, 2, 3)}, 1, 2), none});
        return column_of(frame.at("x"));
      }();
      CHECK(Producer::alive == 2);  // the batch and its column
      CHECK(column.name() == "x");
      CHECK(column.size() == 2);
      CHECK(static_cast<const void*>(column.values().data()) ==
            array.buffers[1]->data() + 3 * sizeof(column[0]));
    };
    const Array wide = numbers<std::int64_t>({0, 1, 2, 3, 4}, bits_of("11101"));
    place("l", wide, [](const FrameColumn& c) { return std::get<Column<std::int64_t>>(c); });
    place("tsu:UTC", wide, [](const FrameColumn& c) { return std::get<Timestamps>(c).micros; });
    place("d:18,2,64", wide, [](const FrameColumn& c) { return std::get<DecimalColumn>(c).unscaled; });
    place("g", numbers<double>({0, 1, 2, 3, 4}),
          [](const FrameColumn& c) { return std::get<Column<double>>(c); });
    place("tdD", numbers<std::int32_t>({0, 1, 2, 3, 4}),
          [](const FrameColumn& c) { return std::get<Days>(c).days; });
    CHECK(Producer::alive == 0);
    const Frame copied = read(type_of("u"), {batch({texts({"a"})})});
    CHECK(Producer::alive == 0);
  }

  TEST_CASE("buffers that are not aligned are copied") {
    const NothingLeft checked;
    const std::vector<std::int64_t> values{1, -2, 3};
    std::vector<std::uint8_t> shifted(1 + 24);
    std::memcpy(shifted.data() + 1, values.data(), 24);
    const Bytes bytes = bytes_of(shifted);
    ArrowSchema schema;
    give({"+s", "", {type_of("l")}}, &schema);
    ArrowArray array;
    give(batch({numbers(values, bits_of("101"))}), &array);
    array.children[0]->buffers[1] = bytes->data() + 1;
    CHECK(show(arrow::import_frame(&schema, &array, {}, "Table").at("x")) == "integers 1 null 3");
  }

  TEST_CASE("reads the wanted columns only, in the stream's order") {
    const NothingLeft checked;
    const Producer table{.type = {"+s",
                                  "",
                                  {type_of("l", "a"), type_of("+l", "list"), type_of("g", "b"),
                                   type_of("l", "a"), type_of("tdD", "(null)")}},
                         .batches = {batch({numbers<std::int64_t>({1}), Array{1}, numbers<double>({2}),
                                            numbers<std::int64_t>({3}), numbers<std::int32_t>({4})})}};
    const Frame frame = read(table, {"", "b", "b"});
    CHECK(frame.size() == 2);
    CHECK(frame.name(0) == "b");
    CHECK(show(frame.at("")) == "days 4");
    CHECK_THROWS_WITH_AS(read(table, {"b", "account", "c"}),
                         "Table: column = \"account\" is not there; the columns are a, list, b, a, ",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(read(table, {"b", "a"}), "Table: column = \"a\" is there more than once",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(read(table), "Table: column = \"a\" is there more than once", InvalidInput);
    CHECK_THROWS_WITH_AS(read(table, {"list"}),
                         "Table: list = format +l cannot be read: integers, real numbers, decimals, dates, "
                         "timestamps, booleans and texts can",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(read({.type = {"+s"}}, {"a"}),
                         "Table: column = \"a\" is not there; the columns are none", InvalidInput);
    for (const char* format :
         {"e", "z", "Z", "vz", "w:16", "ttu", "tDs", "tiM", "+vl", "+us:0", "+r", "", "tdX"})
      CHECK_THROWS_WITH_AS(
          read_one(type_of(format), {1, {nullptr, nullptr}}),
          fmt::format(
              "Table: x = format {} cannot be read: integers, real numbers, decimals, dates, timestamps, "
              "booleans and texts can",
              format)
              .c_str(),
          InvalidInput);
    Type twice = encoded_type("c", "c");
    twice.dictionary->dictionary = std::make_shared<Type>(type_of("u"));
    CHECK_THROWS_WITH_AS(
        read_one(twice, encoded<std::int8_t>({0}, encoded<std::int8_t>({0}, texts({"a"})))),
        "Table: x = format of a dictionary of dictionaries cannot be read: integers, real numbers, "
        "decimals, dates, timestamps, booleans and texts can",
        InvalidInput);
  }

  TEST_CASE("empty streams and empty batches give columns of no rows, of the right types") {
    const NothingLeft checked;
    const Type type{"+s",
                    "",
                    {type_of("l", "l"), type_of("u", "u"), type_of("b", "b"), type_of("tsm:", "t"),
                     type_of("d:10,2", "d"), type_of("n", "n")}};
    const Array none{0, {nullptr, nullptr, nullptr}, 0, 0};
    for (const auto& batches : {std::vector<Array>{}, {batch({none, none, none, none, none, none})}}) {
      const Frame frame = read({.type = type, .batches = batches});
      CHECK(frame.rows() == 0);
      CHECK(frame.size() == 6);
      CHECK(std::get<Column<std::int64_t>>(frame.at("l")).present());
      CHECK(std::get<IdColumn>(frame.at("u")).present());
      CHECK(std::get<IdColumn>(frame.at("u")).ids()->is_text());
      CHECK(std::get<Flags>(frame.at("b")).flags.present());
      CHECK(std::get<Timestamps>(frame.at("t")).micros.present());
      CHECK(std::get<DecimalColumn>(frame.at("d")).scale == 2);
      CHECK(std::get<Column<double>>(frame.at("n")).present());
    }
    CHECK(read({.type = {"+s"}}).size() == 0);
  }

  TEST_CASE("timestamps tell whether their source named a time zone") {
    for (const char* unit : {"s", "m", "u", "n"})
      for (const char* zone : {"", "UTC", "+02:00", "America/Los_Angeles"}) {
        const std::string format = std::string("ts") + unit + ":" + zone;
        const Frame frame = read(type_of(format.c_str()), {batch({numbers<std::int64_t>({0, 1})})});
        const auto* const times = std::get_if<Timestamps>(&frame.column(0));
        REQUIRE(times != nullptr);
        CHECK(times->has_zone == (*zone != '\0'));
      }
  }

  TEST_CASE("a stream that fails, holds no table or was read is an error, and everything is released") {
    const NothingLeft checked;
    const Type type{"+s", "", {type_of("l")}};
    const Array one = batch({numbers<std::int64_t>({1})});
    CHECK_THROWS_WITH_AS(read({.type = type, .schema_error = EIO}),
                         "Table: the Arrow stream failed: the disk is full", InvalidInput);
    CHECK_THROWS_WITH_AS(read({.type = type, .batches = {one, one}, .batch_error = EIO}),
                         "Table: the Arrow stream failed: the disk is full", InvalidInput);
    CHECK_THROWS_WITH_AS(read({.type = type, .batch_error = 5, .reason = nullptr}),
                         "Table: the Arrow stream failed: error 5", InvalidInput);
    CHECK_THROWS_WITH_AS(read({.type = type_of("l")}), "Table: the Arrow data is not a table", InvalidInput);
    CHECK_THROWS_WITH_AS(read({.type = type, .batches = {batch({})}}),
                         "Table: the Arrow data has a batch that does not fit its schema", InvalidInput);
    CHECK_THROWS_WITH_AS(read({.type = type, .batches = {batch({numbers<std::int64_t>({1})}, 0, 2)}}),
                         "Table: x has an Arrow array that does not fit its schema", InvalidInput);
    CHECK_THROWS_WITH_AS(read({.type = type, .batches = {batch({numbers<std::int64_t>({1, 2})}, 1, 2)}}),
                         "Table: x has an Arrow array that does not fit its schema", InvalidInput);
    CHECK_THROWS_WITH_AS(read_one(type_of("u"), numbers<std::int64_t>({1})),
                         "Table: x has an Arrow array that does not fit its schema", InvalidInput);
    CHECK_THROWS_WITH_AS(read_one(type_of("l"), {1, {nullptr, nullptr}}),
                         "Table: x has an Arrow array that does not fit its schema", InvalidInput);
    CHECK_THROWS_WITH_AS(read_one(encoded_type("c", "u"), numbers<std::int8_t>({0})),
                         "Table: x has an Arrow array that does not fit its schema", InvalidInput);
    ArrowArrayStream stream;
    give({.type = type, .batches = {one}}, &stream);
    CHECK(show(arrow::import_frame(&stream, {}, "Table").at("x")) == "integers 1");
    CHECK_THROWS_WITH_AS(arrow::import_frame(&stream, {}, "Table"),
                         "Table: the Arrow stream was read already", InvalidInput);
  }

  TEST_CASE("texts that do not lie within their buffers are refused") {
    const NothingLeft checked;
    const auto refused = [](const char* format, Array array, std::size_t row) {
      CHECK_THROWS_WITH_AS(read_one(type_of(format), array),
                           fmt::format("Table: x[{}] is a text outside of its Arrow buffers", row).c_str(),
                           InvalidInput);
    };
    const Bytes bytes = bytes_of(std::vector<char>{'a', 'b', 'c', 'd'});
    refused("u", {2, {nullptr, bytes_of(std::vector<std::int32_t>{0, 4, 2}), bytes}}, 1);
    refused("u", {2, {nullptr, bytes_of(std::vector<std::int32_t>{-1, 1, 2}), bytes}}, 0);
    refused("U", {1, {nullptr, bytes_of(std::vector<std::int64_t>{0, 2}), nullptr}}, 0);
    const auto view = [&](std::int32_t size, std::int32_t buffer, std::int32_t offset) {
      return Array{1,
                   {nullptr, bytes_of(std::vector<std::int32_t>{size, 0, buffer, offset}), bytes,
                    bytes_of(std::vector<std::int64_t>{4})}};
    };
    refused("vu", view(-1, 0, 0), 0);
    refused("vu", view(13, 1, 0), 0);
    refused("vu", view(13, -1, 0), 0);
    refused("vu", view(13, 0, 0), 0);
    refused("vu", view(13, 0, -20), 0);
  }

  TEST_CASE("arrays and schemas that cannot be are refused") {
    const NothingLeft checked;
    const char* const unfit = "Table: x has an Arrow array that does not fit its schema";
    Array entries = texts({"a"});
    entries.offset = -1;
    CHECK_THROWS_WITH_AS(read_one(encoded_type("c", "u"), encoded<std::int8_t>({0}, entries, nullptr)), unfit,
                         InvalidInput);
    entries.offset = 0;
    entries.length = -1;
    CHECK_THROWS_WITH_AS(read_one(encoded_type("c", "u"), encoded<std::int8_t>({0}, entries, nullptr)), unfit,
                         InvalidInput);
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK_THROWS_AS(read(type_of("l"), {batch({numbers<std::int64_t>({1})}, most, 1)}), InvalidInput);
    CHECK_THROWS_AS(read_one(type_of("tsx:"), numbers<std::int64_t>({1})), InvalidInput);
    CHECK_THROWS_AS(read_one(type_of("ts"), numbers<std::int64_t>({1})), InvalidInput);
    CHECK_THROWS_AS(read_one(type_of("d:18,x,64"), numbers<std::int64_t>({1})), InvalidInput);
  }

  TEST_CASE("one array is taken over with its schema, on failure too") {
    const NothingLeft checked;
    ArrowSchema schema;
    ArrowArray array;
    give({"+s", "", {type_of("u")}}, &schema);
    give(batch({texts({"a", "b", "a"})}, 1, 2), &array);
    CHECK(show(arrow::import_frame(&schema, &array, {}, "Table").at("x")) == "ids b a");
    CHECK((schema.release == nullptr));
    CHECK((array.release == nullptr));
    CHECK_THROWS_WITH_AS(arrow::import_frame(&schema, &array, {}, "Table"),
                         "Table: the Arrow array was read already", InvalidInput);
    give(type_of("u"), &schema);
    give(texts({"a"}), &array);
    CHECK_THROWS_WITH_AS(arrow::import_frame(&schema, &array, {}, "Table"),
                         "Table: the Arrow data is not a table", InvalidInput);
    CHECK((schema.release == nullptr));
    CHECK((array.release == nullptr));
  }
}

namespace {

/// A frame of every kind, with nulls in all.
Frame example() {
  static const std::uint8_t valid[]{0b10110000};  // from bit 3 on: 0 1 1 0 1
  const auto some = [](auto values) {
    using T = typename decltype(values)::value_type;
    const auto owner = std::make_shared<const std::vector<T>>(std::move(values));
    return Column<T>(*owner, valid, 3, owner);
  };
  Frame frame;
  frame.add("integer", some(std::vector<std::int64_t>{1, INT64_MIN, 3, 4, INT64_MAX}));
  frame.add("real", Column<double>(std::vector<double>{.5, NAN, -INFINITY, 0, NAN}));
  frame.add("amount", DecimalColumn{some(std::vector<std::int64_t>{1, -250, INT64_MAX, 4, INT64_MIN}), 2});
  frame.add("day", Days{Column<std::int32_t>(std::vector<std::int32_t>{0, -1, open, 19723, open})});
  frame.add("instant", Timestamps{some(std::vector<std::int64_t>{1, -2, 3, 4, 5})});
  frame.add("flag", Flags{some(std::vector<std::uint8_t>{1, 1, 0, 1, 1})});
  Ids texts;
  const std::vector<std::string_view> words{"", "b", std::string_view("\0", 1)};
  std::vector<std::uint32_t> codes(3);
  texts.encode_texts(
      3, [&](std::size_t i) { return words[i]; }, codes.data());
  frame.add("text", IdColumn({1, no_id, 0, 1, 2}, std::make_shared<const Ids>(texts)));
  frame.add("number", IdColumn(std::vector<std::int64_t>{7, -7, 7, INT64_MAX, INT64_MIN}));
  return frame;
}

ArrowArrayStream export_stream(const Frame& frame) {
  ArrowArrayStream stream;
  arrow::export_frame(frame, &stream);
  return stream;
}

}  // namespace

TEST_SUITE("core/arrow") {
  TEST_CASE("what is exported comes back, with NaN and open as null, as often as it is asked for") {
    const Frame frame = example();
    for (int time = 0; time < 2; ++time) {
      ArrowArrayStream stream = export_stream(frame);
      const Frame back = arrow::import_frame(&stream, {}, "Table");
      REQUIRE(back.size() == frame.size());
      CHECK(back.name(7) == "number");
      CHECK(show(back.at("integer")) == "integers null -9223372036854775808 3 null 9223372036854775807");
      CHECK(show(back.at("real")) == "reals 0.5 null -inf 0 null");
      CHECK(show(back.at("amount")) == "scale 2: null -250 9223372036854775807 null -9223372036854775808");
      CHECK(show(back.at("day")) == "days 0 -1 null 19723 null");
      CHECK(show(back.at("instant")) == "micros null -2 3 null 5");
      CHECK(show(back.at("flag")) == "flags null 1 0 null 1");
      CHECK(show(back.at("text")) == std::string("ids b null  b \0", 15));
      CHECK(show(back.at("number")) == "integers 7 -7 7 9223372036854775807 -9223372036854775808");
    }
  }

  TEST_CASE("the schema names Arrow's types, and says that all columns may have nulls") {
    ArrowSchema schema;
    arrow::export_schema(example(), &schema);
    CHECK(std::string(schema.format) == "+s");
    REQUIRE(schema.n_children == 8);
    std::string formats;
    for (int i = 0; i < 8; ++i) {
      formats += std::string(schema.children[i]->name) + " " + schema.children[i]->format + ", ";
      CHECK(schema.children[i]->flags == ARROW_FLAG_NULLABLE);
      CHECK(schema.children[i]->metadata == nullptr);
      CHECK(schema.children[i]->dictionary == nullptr);
    }
    CHECK(formats ==
          "integer l, real g, amount d:38,2, day tdD, instant tsu:UTC, flag b, text u, number l, ");
    schema.release(&schema);
    CHECK((schema.release == nullptr));
  }

  TEST_CASE("the array follows the specification bit by bit") {
    ArrowArray array;
    arrow::export_array(example(), &array);
    CHECK(array.length == 5);
    CHECK(array.n_buffers == 1);
    CHECK(array.buffers[0] == nullptr);
    const std::int64_t null_counts[]{2, 2, 2, 2, 2, 2, 1, 0};
    for (int i = 0; i < 8; ++i) {
      CAPTURE(i);
      CHECK(array.children[i]->length == 5);
      CHECK(array.children[i]->offset == 0);
      CHECK(array.children[i]->null_count == null_counts[i]);
      CHECK(array.children[i]->n_buffers == (i == 6 ? 3 : 2));
      CHECK((array.children[i]->buffers[0] == nullptr) == (i == 7));
    }
    const auto byte = [&](int column, int buffer, int i) {
      return static_cast<const std::uint8_t*>(array.children[column]->buffers[buffer])[i];
    };
    CHECK(byte(0, 0, 0) == 0b10110);
    CHECK(byte(1, 0, 0) == 0b01101);
    CHECK((byte(5, 1, 0) & byte(5, 0, 0)) == 0b10010);
    CHECK(byte(2, 1, 16 + 15) == 0xff);  // the sign of -2.50
    CHECK(byte(2, 1, 16) == 0x06);       // 256 - 250
    const auto* const ends = static_cast<const std::int32_t*>(array.children[6]->buffers[1]);
    CHECK(std::vector<std::int32_t>(ends, ends + 6) == std::vector<std::int32_t>{0, 1, 1, 1, 2, 3});
    CHECK(std::memcmp(array.children[6]->buffers[2], "bb\0", 3) == 0);
    array.release(&array);
    CHECK((array.release == nullptr));
  }

  TEST_CASE("columns stay where they are, for as long as the consumer keeps one") {
    std::vector<std::int64_t> values{1, 2, 3};
    const std::int64_t* const place = values.data();
    const auto watch = std::make_shared<const std::vector<std::int64_t>>(std::move(values));
    const std::weak_ptr<const std::vector<std::int64_t>> watched = watch;
    ArrowArray array;
    {
      Frame frame;
      frame.add("kept", Column<std::int64_t>(*watch, nullptr, 0, watch));
      frame.add("other", Column<double>(std::vector<double>{1, 2, 3}));
      arrow::export_array(frame, &array);
    }
    CHECK(array.children[0]->buffers[1] == place);
    ArrowArray moved = *array.children[0];  // the consumer takes one column and lets the others go
    array.children[0]->release = nullptr;
    array.release(&array);
    CHECK(watched.use_count() == 2);
    CHECK(static_cast<const std::int64_t*>(moved.buffers[1])[2] == 3);
    moved.release(&moved);
    CHECK(watched.use_count() == 1);
  }

  TEST_CASE("a stream gives its schema at any time, one batch, and then its end") {
    ArrowArrayStream stream = export_stream(example());
    ArrowSchema schema;
    ArrowArray array;
    CHECK(stream.get_last_error(&stream) == nullptr);
    CHECK(stream.get_next(&stream, &array) == 0);
    CHECK(array.length == 5);
    array.release(&array);
    for (int time = 0; time < 2; ++time) {
      CHECK(stream.get_next(&stream, &array) == 0);
      CHECK((array.release == nullptr));
      CHECK(stream.get_schema(&stream, &schema) == 0);
      schema.release(&schema);
    }
    stream.release(&stream);
    CHECK((stream.release == nullptr));
  }

  TEST_CASE("no exception crosses the interface; the stream says what happened") {
    arrow::detail::StreamMemory stream{Frame()};
    CHECK(arrow::detail::guarded(stream, [] { throw std::bad_alloc(); }) == ENOMEM);
    CHECK(stream.error.empty());
    CHECK(arrow::detail::guarded(stream, [] { throw std::runtime_error("no"); }) == EINVAL);
    CHECK(stream.error == "no");
    CHECK(arrow::detail::guarded(stream, [] { throw 1; }) == EINVAL);
    CHECK(arrow::detail::guarded(stream, [] {}) == 0);
    static_assert(noexcept(arrow::detail::guarded(stream, [] { throw 1; })));
  }

  TEST_CASE("frames of no rows and of no columns go out and come back") {
    Frame frame;
    ArrowArrayStream stream = export_stream(frame);
    CHECK(arrow::import_frame(&stream, {}, "Table").size() == 0);
    frame.add("integer", Column<std::int64_t>(std::vector<std::int64_t>{}));
    frame.add("amount", DecimalColumn{Column<std::int64_t>(std::vector<std::int64_t>{}), 3});
    frame.add("flag", Flags{Column<std::uint8_t>(std::vector<std::uint8_t>{})});
    frame.add("text", IdColumn(std::vector<std::string>{}));
    frame.add("number", IdColumn(std::vector<std::int64_t>{}));
    frame.add("absent", IdColumn());
    stream = export_stream(frame);
    const Frame back = arrow::import_frame(&stream, {}, "Table");
    CHECK(back.rows() == 0);
    CHECK(show(back.at("integer")) == "integers ");
    CHECK(show(back.at("amount")) == "scale 3: ");
    CHECK(show(back.at("flag")) == "flags ");
    CHECK(show(back.at("text")) == "ids ");
    CHECK(show(back.at("number")) == "integers ");
    CHECK(show(back.at("absent")) == "integers ");
  }

  TEST_CASE("texts that may take 2 GiB together have ends of 64 bits") {
    const std::string word(1 << 20, 'x');
    Ids ids;
    std::vector<std::uint32_t> codes(2048, no_id);
    codes.front() = codes.back() = ids.encode(word);
    const auto shared = std::make_shared<const Ids>(std::move(ids));
    for (const std::size_t rows : {2047U, 2048U}) {
      codes.resize(rows);
      Frame frame;
      frame.add("text", IdColumn(codes, shared));
      ArrowSchema schema;
      arrow::export_schema(frame, &schema);
      CHECK(std::string(schema.children[0]->format) == (rows == 2047 ? "u" : "U"));
      schema.release(&schema);
      ArrowArrayStream stream = export_stream(frame);
      const Frame back = arrow::import_frame(&stream, {}, "Table");
      const auto& texts = std::get<IdColumn>(back.at("text"));
      CHECK(texts.text(0) == word);
      CHECK(texts.text(1) == "null");
      CHECK(texts.text(rows - 1) == (rows == 2047 ? "null" : word));
    }
  }
}
