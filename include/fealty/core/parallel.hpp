// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <unistd.h>

namespace fealty {

/// Threads that stay: starting them anew for each call costs more than most calls take.
class ThreadPool {
 public:
  /// \param workers  threads beside the caller's
  explicit ThreadPool(std::size_t workers) : process_(::getpid()) {
    for (std::size_t i = 0; i < workers; ++i) threads_.emplace_back([this, i] { work(i + 1); });
  }
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;
  ~ThreadPool() {
    if (process_ != ::getpid()) {  // a fork has copied the handles, but not the threads
      for (auto& thread : threads_) thread.detach();
      return;
    }
    {
      const std::lock_guard lock(mutex_);
      stop_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_) thread.join();
  }

  /// The caller's thread and the workers.
  std::size_t size() const { return threads_.size() + 1; }

  /// Calls task(chunk, slot) for every chunk in [0, chunks), each once; `slot` in [0, threads) tells
  /// apart the threads that run at the same time. Returns when all are done.
  ///
  /// The first exception stops the chunks that have not begun and is thrown again here. A call from
  /// within a task, while another thread's call is under way, or in a forked process runs on the
  /// caller's thread alone.
  void run(std::size_t chunks, std::size_t threads, const std::function<void(std::size_t, std::size_t)>& task) {
    const bool alone = threads <= 1 || chunks <= 1 || threads_.empty() || process_ != ::getpid();
    std::unique_lock<std::mutex> busy;
    if (!alone) busy = std::unique_lock(busy_, std::try_to_lock);
    if (!busy.owns_lock()) {
      for (std::size_t chunk = 0; chunk < chunks; ++chunk) task(chunk, 0);
      return;
    }
    {
      const std::lock_guard lock(mutex_);
      task_ = &task;
      chunks_ = chunks;
      next_ = 0;
      error_ = nullptr;
      helpers_ = std::min(threads, size()) - 1;
      running_ = helpers_;
      ++round_;
    }
    wake_.notify_all();
    take_chunks(0);
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return running_ == 0; });
    if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
  }

 private:
  void work(std::size_t slot) {
    std::uint64_t seen = 0;
    for (;;) {
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [&] { return stop_ || (round_ != seen && slot <= helpers_); });
        if (stop_) return;
        seen = round_;
      }
      take_chunks(slot);
      const std::lock_guard lock(mutex_);
      if (--running_ == 0) done_.notify_one();
    }
  }
  void take_chunks(std::size_t slot) {
    for (;;) {
      const std::size_t chunk = next_.fetch_add(1);
      if (chunk >= chunks_) return;
      try {
        (*task_)(chunk, slot);
      } catch (...) {
        const std::lock_guard lock(mutex_);
        if (!error_) error_ = std::current_exception();
        next_ = chunks_;
      }
    }
  }

  pid_t process_;
  std::vector<std::thread> threads_;
  std::mutex busy_;  // held by the call under way
  std::mutex mutex_;
  std::condition_variable wake_, done_;
  const std::function<void(std::size_t, std::size_t)>* task_ = nullptr;
  std::size_t chunks_ = 0;
  std::atomic<std::size_t> next_{0};
  std::size_t helpers_ = 0, running_ = 0;
  std::uint64_t round_ = 0;
  std::exception_ptr error_;
  bool stop_ = false;
};

/// The pool that all calculators share: one thread for each of the machine's.
inline ThreadPool& thread_pool() {
  static ThreadPool pool(std::max(1U, std::thread::hardware_concurrency()) - 1);
  return pool;
}

/// How many threads a calculator uses.
///
/// \param who      the calculator, for the message
/// \param threads  0 for all of the machine's, otherwise that many at the most
/// \throws InvalidInput  when negative
inline std::size_t thread_count(const char* who, std::int32_t threads) {
  if (threads < 0)
    throw InvalidInput({.who = who, .what = "threads", .where = {}, .value = fmt::format("{}", threads), .rule = "is negative"});
  const std::size_t most = thread_pool().size();
  return threads == 0 ? most : std::min(most, static_cast<std::size_t>(threads));
}

}  // namespace fealty
