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
  /// \param workers  threads beside the caller's; fewer where the system refuses more
  explicit ThreadPool(std::size_t workers) : process_(::getpid()), state_(new State) {
    try {
      state_->threads.reserve(workers);
      for (std::size_t i = 0; i < workers; ++i) state_->threads.emplace_back([this, i] { work(i + 1); });
    } catch (const std::exception&) {  // the results are the same, only slower
    }
  }
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;
  ~ThreadPool() {
    // A fork has copied the handles and the waiters' marks, but not the threads: to end them would wait
    // for ever, so a child leaves all as it is.
    if (process_ != ::getpid()) return;
    {
      const std::lock_guard lock(state_->mutex);
      state_->stop = true;
    }
    state_->wake.notify_all();
    for (auto& thread : state_->threads) thread.join();
    delete state_;
  }

  /// The caller's thread and the workers.
  std::size_t size() const { return state_->threads.size() + 1; }

  /// Calls task(chunk, slot) for every chunk in [0, chunks), each once; `slot` in [0, threads) tells
  /// apart the threads that run at the same time. Returns when all are done.
  ///
  /// An exception stops the chunks that have not begun; that of the lowest chunk is thrown again here,
  /// so that it does not depend on the number of threads. A call from within a task, while another
  /// thread's call is under way, or in a forked process runs on the caller's thread alone.
  void run(std::size_t chunks, std::size_t threads,
           const std::function<void(std::size_t, std::size_t)>& task) {
    State& s = *state_;
    const bool alone = threads <= 1 || chunks <= 1 || s.threads.empty() || process_ != ::getpid();
    if (alone || s.busy.exchange(true)) {
      for (std::size_t chunk = 0; chunk < chunks; ++chunk) task(chunk, 0);
      return;
    }
    {
      const std::lock_guard lock(s.mutex);
      s.task = &task;
      s.chunks = chunks;
      s.next = 0;
      s.helpers = std::min(threads, size()) - 1;
      s.running = s.helpers;
      ++s.round;
    }
    s.wake.notify_all();
    take_chunks(0);
    std::unique_lock lock(s.mutex);
    s.done.wait(lock, [&] { return s.running == 0; });
    const std::exception_ptr error = std::exchange(s.error, nullptr);
    lock.unlock();
    s.busy = false;
    if (error) std::rethrow_exception(error);
  }

 private:
  struct State {
    std::vector<std::thread> threads;
    std::atomic<bool> busy{false};  // while a call is under way
    std::mutex mutex;
    std::condition_variable wake, done;
    const std::function<void(std::size_t, std::size_t)>* task = nullptr;
    std::size_t chunks = 0;
    std::atomic<std::size_t> next{0};
    std::size_t helpers = 0, running = 0;
    std::uint64_t round = 0;
    std::exception_ptr error;
    std::size_t failed = 0;  // the chunk of `error`
    bool stop = false;
  };

  void work(std::size_t slot) {
    State& s = *state_;
    std::uint64_t seen = 0;
    for (;;) {
      {
        std::unique_lock lock(s.mutex);
        s.wake.wait(lock, [&] { return s.stop || (s.round != seen && slot <= s.helpers); });
        if (s.stop) return;
        seen = s.round;
      }
      take_chunks(slot);
      const std::lock_guard lock(s.mutex);
      if (--s.running == 0) s.done.notify_one();
    }
  }
  void take_chunks(std::size_t slot) {
    State& s = *state_;
    for (;;) {
      const std::size_t chunk = s.next.fetch_add(1);
      if (chunk >= s.chunks) return;
      try {
        (*s.task)(chunk, slot);
      } catch (...) {
        const std::lock_guard lock(s.mutex);
        if (!s.error || chunk < s.failed) {  // lower chunks have all begun, and will report
          s.error = std::current_exception();
          s.failed = chunk;
        }
        s.next = s.chunks;
      }
    }
  }

  pid_t process_;
  State* state_;
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
    throw InvalidInput({.who = who,
                        .what = "threads",
                        .where = {},
                        .value = fmt::format("{}", threads),
                        .rule = "is negative"});
  if (threads == 1) return 1;  // without starting the pool
  const std::size_t most = thread_pool().size();
  return threads == 0 ? most : std::min(most, static_cast<std::size_t>(threads));
}

/// ThreadPool::run() on the shared pool, which is not even started for a single thread.
inline void for_each_chunk(std::size_t chunks, std::size_t threads,
                           const std::function<void(std::size_t, std::size_t)>& task) {
  if (threads > 1) return thread_pool().run(chunks, threads, task);
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) task(chunk, 0);
}

}  // namespace fealty
