#pragma once

// Functions for what some processors can do and others cannot. Only for GCC, and not where it is
// unsafe: sanitizers run before the loader can ask the processor. All others see the functions for
// any processor.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

/// Builds a function twice, for processors with 256-bit vectors and for any; the loader picks.
#define TRACUU_VECTOR_CLONES __attribute__((target_clones("avx2", "default")))

// What these headers leave unset on purpose, GCC 12 warns of (its bug 105593).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <immintrin.h>
#pragma GCC diagnostic pop

/// A function that may use what processors with AVX-512 VBMI2 have: bytes and words that are moved
/// together or apart by a mask. Call it only where has_wide_lanes().
#define TRACUU_HAVE_WIDE_LANES 1
#define TRACUU_WIDE_LANES                                                 \
  __attribute__((                                                         \
      target("avx512bw,avx512vl,avx512vbmi2,avx512vpopcntdq,bmi2,popcnt," \
             "prefer-vector-width=512")))

namespace tracuu {

inline bool has_wide_lanes() {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vpopcntdq") &&
         __builtin_cpu_supports("bmi2");
}

}  // namespace tracuu

#else
#define TRACUU_VECTOR_CLONES
#endif
