// SPDX-License-Identifier: MIT
// An Arrow stream that gives one frame.
#pragma once

#include <fealty/core/detail/arrow_abi.hpp>
#include <fealty/core/detail/arrow_export.hpp>
#include <fealty/core/frame.hpp>

#include <cerrno>
#include <exception>
#include <new>
#include <string>
#include <utility>

namespace fealty::arrow::detail {

struct StreamMemory {
  Frame frame;
  bool given = false;
  std::string error{};
};

/// Runs what may throw on the library's side of the interface.
///
/// \returns  the interface's status: 0, or an errno
template <class Run>
int guarded(StreamMemory& stream, Run run) noexcept {
  try {
    run();
    return 0;
  } catch (const std::bad_alloc&) {
    stream.error.clear();
    return ENOMEM;
  } catch (const std::exception& error) {
    try {
      stream.error = error.what();
    } catch (...) {
      stream.error.clear();
    }
    return EINVAL;
  } catch (...) {
    return EINVAL;
  }
}

inline StreamMemory& memory_of(ArrowArrayStream* stream) noexcept {
  return *static_cast<StreamMemory*>(stream->private_data);
}

inline void write_stream(Frame frame, ArrowArrayStream* out) {
  ArrowArrayStream stream{};
  stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* schema) noexcept {
    return guarded(memory_of(self), [&] { write_schema(memory_of(self).frame, schema); });
  };
  stream.get_next = [](ArrowArrayStream* self, ArrowArray* array) noexcept {
    *array = ArrowArray{};
    return guarded(memory_of(self), [&] {
      if (!memory_of(self).given) write_array(memory_of(self).frame, array);
      memory_of(self).given = true;
    });
  };
  stream.get_last_error = [](ArrowArrayStream* self) noexcept -> const char* {
    return memory_of(self).error.empty() ? nullptr : memory_of(self).error.c_str();
  };
  stream.release = [](ArrowArrayStream* self) noexcept {
    delete &memory_of(self);
    self->release = nullptr;
  };
  stream.private_data = new StreamMemory{std::move(frame)};
  *out = stream;
}

}  // namespace fealty::arrow::detail
