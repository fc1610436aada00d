#pragma once

/// Builds a function twice, for processors with 256-bit vectors and for any; the loader picks. Only
/// where it is safe: sanitizers run before the loader can ask the processor.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define TRACUU_VECTOR_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define TRACUU_VECTOR_CLONES
#endif
