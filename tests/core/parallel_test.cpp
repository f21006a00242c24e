// SPDX-License-Identifier: MIT
#include <fealty/core/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <future>
#include <iostream>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#if defined(__SANITIZE_THREAD__)
#define FEALTY_TSAN
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define FEALTY_TSAN
#endif
#endif

using namespace fealty;

namespace {

/// How often each chunk was run, and whether two threads shared a slot at the same time.
struct Log {
  explicit Log(std::size_t chunks, std::size_t slots) : runs(chunks), in_use(slots) {}
  void operator()(std::size_t chunk, std::size_t slot) {
    if (in_use.at(slot).exchange(true)) shared_slot = true;
    ++runs.at(chunk);
    in_use[slot] = false;
  }
  bool each_once() const {
    for (const auto& count : runs)
      if (count != 1) return false;
    return true;
  }
  std::vector<std::atomic<int>> runs;
  std::vector<std::atomic<bool>> in_use;
  std::atomic<bool> shared_slot{false};
};

bool in_child = false;

/// Runs `child` in a forked process, which ends by exit(): the code it ends with, -1 when it hangs.
int exit_code_of(const std::function<int()>& child) {
  std::cout.flush();
  const pid_t process = ::fork();
  if (process == 0) {
    in_child = true;
    std::exit(child());
  }
  for (int tenths = 0; tenths < 200; ++tenths) {
    int status = 0;
    if (::waitpid(process, &status, WNOHANG) == process) return WIFEXITED(status) ? WEXITSTATUS(status) : -2;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  ::kill(process, SIGKILL);
  ::waitpid(process, nullptr, 0);
  return -1;
}

void sleep_a_moment() { std::this_thread::sleep_for(std::chrono::milliseconds(20)); }

}  // namespace

/// Asked by LeakSanitizer: a child has the parent's list of threads, and finds leaks that are none.
extern "C" int __lsan_is_turned_off();  // NOLINT(bugprone-reserved-identifier,readability-identifier-naming)
int __lsan_is_turned_off() { return in_child ? 1 : 0; }  // NOLINT

TEST_SUITE("core/parallel") {
  TEST_CASE("every chunk runs once, whatever the numbers of chunks, threads and workers") {
    for (const std::size_t workers : {0U, 1U, 3U}) {
      ThreadPool pool(workers);
      CHECK(pool.size() == workers + 1);
      for (const std::size_t chunks : {0U, 1U, 2U, 3U, 100U, 1000U})
        for (const std::size_t threads : {0U, 1U, 2U, 4U, 64U}) {
          CAPTURE(workers);
          CAPTURE(chunks);
          CAPTURE(threads);
          Log log(chunks, std::max<std::size_t>(threads, 1));
          pool.run(chunks, threads, std::ref(log));
          CHECK(log.each_once());
          CHECK_FALSE(log.shared_slot);
        }
    }
  }

  TEST_CASE("no more threads take part than were asked for") {
    ThreadPool pool(3);
    std::mutex mutex;
    std::vector<std::thread::id> seen;
    pool.run(200, 2, [&](std::size_t, std::size_t) {
      const std::lock_guard lock(mutex);
      if (std::find(seen.begin(), seen.end(), std::this_thread::get_id()) == seen.end())
        seen.push_back(std::this_thread::get_id());
    });
    CHECK(seen.size() <= 2);
  }

  TEST_CASE("threads run at the same time") {
    ThreadPool pool(2);
    REQUIRE(pool.size() == 3);
    for (int time = 0; time < 3; ++time) {
      std::atomic<int> arrived{0}, met{0};
      pool.run(3, 3, [&](std::size_t, std::size_t) {
        ++arrived;
        for (int hundredths = 0; hundredths < 1000 && arrived < 3; ++hundredths)
          std::this_thread::sleep_for(std::chrono::milliseconds(10));
        met += arrived == 3 ? 1 : 0;
      });
      CHECK(met == 3);
    }
  }

  TEST_CASE("what the tasks wrote is seen by the caller, call after call") {
    ThreadPool pool(3);
    std::vector<std::size_t> values(64);
    for (std::size_t round = 0; round < 500; ++round) {
      pool.run(values.size(), 4, [&](std::size_t chunk, std::size_t) { values[chunk] += chunk + round; });
      if (round % 3 == 0) pool.run(2, 2, [&](std::size_t chunk, std::size_t) { values[chunk] -= 1; });
    }
    for (std::size_t i = 0; i < values.size(); ++i)
      CHECK(values[i] == 500 * i + 500 * 499 / 2 - (i < 2 ? 167 : 0));
  }

  TEST_CASE("sums over chunks do not depend on the threads") {
    std::vector<double> values(10'000);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = 1.0 / static_cast<double>(i + 1);
    const auto sum = [&](std::size_t workers) {
      ThreadPool pool(workers);
      std::vector<double> parts(100);
      pool.run(100, workers + 1, [&](std::size_t chunk, std::size_t) {
        for (std::size_t i = 0; i < 100; ++i) parts[chunk] += values[chunk * 100 + i];
      });
      double total = 0;
      for (const double part : parts) total += part;
      return total;
    };
    const double want = sum(0);
    for (const std::size_t workers : {1U, 2U, 5U}) CHECK(sum(workers) == want);
  }

  TEST_CASE("an exception comes back to the caller, and the pool goes on") {
    for (const std::size_t workers : {0U, 3U}) {
      ThreadPool pool(workers);
      for (int time = 0; time < 50; ++time) {
        const auto fail = [](std::size_t chunk, std::size_t) {
          if (chunk == 7) throw std::runtime_error("chunk 7");
        };
        CHECK_THROWS_WITH_AS(pool.run(100, 4, fail), "chunk 7", std::runtime_error);
        Log log(20, 4);
        pool.run(20, 4, std::ref(log));
        CHECK(log.each_once());
      }
    }
  }

  TEST_CASE("an exception stops the chunks that have not begun") {
    ThreadPool alone(0), pool(3);
    for (ThreadPool* const with : {&alone, &pool}) {
      std::atomic<int> begun{0};
      const auto fail = [&](std::size_t chunk, std::size_t) {
        ++begun;
        if (chunk == 7) throw chunk;
        if (chunk > 7) sleep_a_moment();
      };
      CHECK_THROWS_AS(with->run(1000, 4, fail), std::size_t);
      CHECK(begun >= 8);
      CHECK(begun < 1000);  // which take 6 seconds
    }
  }

  TEST_CASE("of several exceptions it is the lowest chunk's, as with one thread") {
    ThreadPool pool(3);
    for (int time = 0; time < 20; ++time)
      CHECK_THROWS_WITH_AS(pool.run(8, 4,
                                    [](std::size_t chunk, std::size_t) {
                                      if (chunk == 1) sleep_a_moment();  // fails last
                                      if (chunk > 0)
                                        throw std::runtime_error("chunk " + std::to_string(chunk));
                                    }),
                           "chunk 1", std::runtime_error);
  }

  TEST_CASE("a call from within a task runs there") {
    ThreadPool pool(3);
    std::atomic<int> inner{0};
    pool.run(8, 4, [&](std::size_t, std::size_t) {
      const auto here = std::this_thread::get_id();
      pool.run(10, 4, [&](std::size_t, std::size_t slot) {
        inner += slot == 0 && std::this_thread::get_id() == here ? 1 : 1000;
      });
    });
    CHECK(inner == 80);
    CHECK_THROWS_WITH_AS(
        pool.run(4, 4,
                 [&](std::size_t, std::size_t) {
                   pool.run(4, 4, [](std::size_t, std::size_t) { throw std::runtime_error("inner"); });
                 }),
        "inner", std::runtime_error);
  }

  TEST_CASE("callers on several threads do not wait for, or disturb, one another") {
    ThreadPool pool(2);
    std::vector<std::future<bool>> callers(4);
    for (auto& caller : callers)
      caller = std::async(std::launch::async, [&] {
        bool good = true;
        for (int time = 0; time < 100; ++time) {
          Log log(30, 3);
          try {
            pool.run(30, 3, [&](std::size_t chunk, std::size_t slot) {
              log(chunk, slot);
              if (time % 10 == 9 && chunk == 5) throw time;
            });
            good = good && time % 10 != 9 && log.each_once() && !log.shared_slot;
          } catch (int thrown) {
            good = good && thrown == time;
          }
        }
        return good;
      });
    for (auto& caller : callers) CHECK(caller.get());
  }

  TEST_CASE("a forked process works alone, and ends") {
    thread_pool().run(4, 4, [](std::size_t, std::size_t) {});
    ThreadPool pool(3);
    sleep_a_moment();  // until the workers wait
    const auto sum = [&](ThreadPool& with) {
      std::vector<int> parts(10);
      with.run(10, 4, [&](std::size_t chunk, std::size_t) { parts[chunk] = static_cast<int>(chunk); });
      int total = 0;
      for (const int part : parts) total += part;
      return total;
    };
    CHECK(exit_code_of([&] { return sum(pool) + sum(thread_pool()); }) == 90);
#if !defined(FEALTY_TSAN)  // which forbids threads after a fork
    CHECK(exit_code_of([&] { return sum(*std::make_unique<ThreadPool>(2)); }) == 45);
#endif
    std::atomic<bool> forked{false};
    pool.run(4, 4, [&](std::size_t, std::size_t) {  // a fork while a call is under way
      if (!forked.exchange(true)) CHECK(exit_code_of([&] { return sum(pool); }) == 45);
    });
    CHECK(sum(pool) == 45);  // the parent goes on
  }

  TEST_CASE("thread_count is at most the machine's") {
    const std::size_t most = thread_pool().size();
    CHECK(most == std::max(1U, std::thread::hardware_concurrency()));
    CHECK(thread_count("survival", 0) == most);
    CHECK(thread_count("survival", 1) == 1);
    CHECK(thread_count("survival", 2'147'483'647) == most);
    CHECK_THROWS_WITH_AS(thread_count("mrr_ledger", -1), "mrr_ledger: threads = -1 is negative",
                         InvalidInput);
  }
}
