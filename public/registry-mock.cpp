/**
 * A mock of a registry of loggers, written for this course: what a name for each transaction costs beside two cures.
 *
 * It has the shape of Poco's registry, a map from names to loggers under one mutex, and none of its code. Build and run it with
 *
 *   g++ -std=c++17 -O2 -pthread registry-mock.cpp -o registry-mock
 *   ./registry-mock            nanoseconds and bytes of each way, as JSON
 *
 * With LeakSanitizer it shows what a leak checker sees. A report ends the program with a status other than 0.
 *
 *   g++ -std=c++17 -g -fsanitize=address -pthread registry-mock.cpp -o registry-mock-checked
 *   ./registry-mock-checked kept      10,000 loggers in the registry, left there: no report
 *   ./registry-mock-checked freed     the same, freed at the end of the program: no report
 *   ./registry-mock-checked lost      10,000 loggers that nothing points to: a report
 *
 * Licence: MIT.
 */

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <thread>
#include <vector>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

// ---------------------------------------------------------------------------------------------- counting of memory

/** What this thread has allocated: blocks, and their bytes as the allocator deals them out. */
static thread_local long blocksMade = 0;
static thread_local long bytesMade = 0;

/** Bytes that a block takes: with glibc its usable size and the header before it; elsewhere what was asked for. */
static long sizeOfBlock(void *block, std::size_t asked) {
#if defined(__GLIBC__)
  (void)asked;
  return static_cast<long>(malloc_usable_size(block) + sizeof(std::size_t));
#else
  (void)block;
  return static_cast<long>(asked);
#endif
}

#if !defined(__SANITIZE_ADDRESS__)
#if defined(__GNUC__)
#define NOT_INLINE __attribute__((noinline))
#else
#define NOT_INLINE
#endif
NOT_INLINE void *operator new(std::size_t asked) {
  void *block = std::malloc(asked);
  if (block == nullptr) throw std::bad_alloc();
  blocksMade += 1;
  bytesMade += sizeOfBlock(block, asked);
  return block;
}
NOT_INLINE void operator delete(void *block) noexcept { std::free(block); }
NOT_INLINE void operator delete(void *block, std::size_t) noexcept { std::free(block); }
#endif

// ---------------------------------------------------------------------------------------------------- the registry

/** Stands for a base class that has virtual functions and a field for settings. */
struct Configured {
  virtual ~Configured() = default;
};

/** Stands for a base class that counts references to the object. */
struct Counted {
  virtual ~Counted() = default;
  std::atomic<int> references{1};
};

/** A logger: two bases, a name, a channel and a level. */
struct Logger : Configured, Counted {
  Logger(std::string loggerName, void *loggerChannel) : name(std::move(loggerName)), channel(loggerChannel) {}
  std::string name;
  void *channel;
  int level = 6;
};

/** Names and their loggers, under one mutex for the whole process. It forgets nothing. */
class Registry {
 public:
  /** Finds the logger of this name, or makes it and keeps it. */
  Logger &get(const std::string &name) {
    std::lock_guard<std::mutex> lock(mutex_);
    auto found = loggers_.find(name);
    if (found == loggers_.end()) found = loggers_.emplace(name, new Logger(name, nullptr)).first;
    return *found->second;
  }

  std::size_t size() {
    std::lock_guard<std::mutex> lock(mutex_);
    return loggers_.size();
  }

  void clear() {
    std::lock_guard<std::mutex> lock(mutex_);
    for (auto &entry : loggers_) delete entry.second;
    loggers_.clear();
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Logger *> loggers_;
};

/** Never destroyed, so that what is in it is reachable to the end. */
static Registry &registry() {
  static Registry &only = *new Registry;
  return only;
}

/** A small object over a logger that was found once. It is in no registry, and goes with its owner. */
struct Wrapper {
  Wrapper(const char *wrapperName, Logger &below) : name(wrapperName), logger(below) {}
  std::string name;
  Logger &logger;
};

/** 35 characters: `SessionResource(`, 18 digits, `)`. */
static std::string nameOf(long transaction) {
  char text[48];
  std::snprintf(text, sizeof text, "SessionResource(%018ld)", 459'000'000'000'000'000L + transaction);
  return text;
}

/** Keeps the optimizer from leaving out what nobody reads. */
static std::atomic<std::uintptr_t> sink{0};
static void use(const void *pointer) { sink.store(reinterpret_cast<std::uintptr_t>(pointer), std::memory_order_relaxed); }

// ----------------------------------------------------------------------------------------------------- three ways

/** How a transaction comes by its logger. */
struct Way {
  const char *name;
  std::function<void(long transaction)> getLogger;
};

static std::vector<Way> ways() {
  return {
      {"perTransaction", [](long transaction) { use(&registry().get(nameOf(transaction))); }},
      {"shared", [](long) { use(&registry().get("ServerResource")); }},
      {"owned",
       [](long) {
         static Logger &root = registry().get("");
         use(std::make_shared<Wrapper>("ServerResource", root).get());
       }},
  };
}

static const int millisecondsOfRound = 300;
static const int rounds = 9;

/** Nanoseconds from one call to the next, as each of the threads sees it: waiting for the lock and for a processor is in it. */
static double nanosecondsPerCall(const Way &way, int threads) {
  registry().clear();
  registry().get("");
  std::atomic<bool> started{false};
  std::atomic<bool> ended{false};
  std::atomic<long> calls{0};
  std::vector<std::thread> running;
  for (int thread = 0; thread < threads; ++thread) {
    running.emplace_back([&, thread] {
      while (!started.load()) std::this_thread::yield();
      long made = 0;
      for (; !ended.load(std::memory_order_relaxed); ++made) way.getLogger(made * threads + thread);
      calls += made;
    });
  }
  const auto begin = std::chrono::steady_clock::now();
  started.store(true);
  std::this_thread::sleep_for(std::chrono::milliseconds(millisecondsOfRound));
  ended.store(true);
  for (auto &thread : running) thread.join();
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
  return took.count() * threads / static_cast<double>(calls.load());
}

/** The times of all rounds: the one in the middle, the least and the most. */
static void printRounds(const char *name, std::vector<double> times, const char *end) {
  std::sort(times.begin(), times.end());
  std::printf("      \"%s\": { \"median\": %.0f, \"least\": %.0f, \"most\": %.0f }%s\n", name,
              times[times.size() / 2], times.front(), times.back(), end);
}

// --------------------------------------------------------------------------------------------------- the commands

/** Where, with what and when this was measured. */
static void printConditions() {
#if defined(__clang__)
  const std::string compiler = __VERSION__;
#else
  const std::string compiler = std::string("GCC ") + __VERSION__;
#endif
  std::string machine = "unknown";
  std::ifstream description("/proc/cpuinfo");
  for (std::string line; std::getline(description, line);) {
    if (line.compare(0, 10, "model name") == 0) machine = line.substr(line.find(':') + 2);
  }
  char day[16];
  const std::time_t now = std::time(nullptr);
  std::strftime(day, sizeof day, "%Y-%m-%d", std::gmtime(&now));
  std::printf("  \"machine\": \"%s\",\n  \"processors\": %u,\n  \"compiler\": \"%s\",\n  \"date\": \"%s\",\n",
              machine.c_str(), std::thread::hardware_concurrency(), compiler.c_str(), day);
}

static void printTimes() {
  std::printf("  \"millisecondsOfRound\": %d,\n  \"rounds\": %d,\n  \"nanoseconds\": {\n", millisecondsOfRound, rounds);
  const std::vector<int> threadCounts{1, 8};
  for (const int threads : threadCounts) {
    std::printf("    \"%d\": {\n", threads);
    const std::vector<Way> all = ways();
    for (const Way &way : all) {
      std::vector<double> times;
      for (int round = 0; round < rounds; ++round) times.push_back(nanosecondsPerCall(way, threads));
      printRounds(way.name, times, &way == &all.back() ? "" : ",");
    }
    std::printf("    }%s\n", threads == threadCounts.back() ? "" : ",");
  }
  std::printf("  },\n");
}

/** Bytes and blocks that a call of `make` allocates and does not free at once, over many. */
static void printMemory(const char *name, const std::function<void(long)> &make, const char *end) {
  const long many = 100'000;
  const long blocksBefore = blocksMade;
  const long bytesBefore = bytesMade;
  for (long each = 0; each < many; ++each) make(each);
  std::printf("    \"%s\": { \"bytes\": %ld, \"blocks\": %ld }%s\n", name, (bytesMade - bytesBefore) / many,
              (blocksMade - blocksBefore) / many, end);
}

static void printMeasurements() {
  std::printf("{\n");
  printConditions();
  printTimes();
  registry().clear();
  std::printf("  \"memory\": {\n");
  // The name that is looked up is made before, so that only what the registry keeps is counted.
  std::vector<std::string> names;
  for (long each = 0; each < 100'000; ++each) names.push_back(nameOf(each));
  printMemory("logger", [&](long each) { use(&registry().get(names[static_cast<std::size_t>(each)])); }, ",");
  Logger &root = registry().get("");
  printMemory("wrapper", [&](long) { use(std::make_shared<Wrapper>("ServerResource", root).get()); }, "");
  std::printf("  }\n}\n");
}

static int leave(const char *how) {
  const long many = 10'000;
  if (std::strcmp(how, "lost") == 0) {
    for (long each = 0; each < many; ++each) use(new Logger(nameOf(each), nullptr));
    use(nullptr);
    return 0;
  }
  for (long each = 0; each < many; ++each) use(&registry().get(nameOf(each)));
  if (std::strcmp(how, "freed") == 0) std::atexit([] { registry().clear(); });
  std::printf("loggers in the registry: %zu\n", registry().size());
  return 0;
}

int main(int count, char **words) {
  if (count > 1) return leave(words[1]);
  printMeasurements();
  return 0;
}
