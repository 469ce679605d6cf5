# R 4.2.2, package stats only; the critical values are those of the definitions, not of a package.
#
# maxsprt_poisson.csv: critical value, power at two rate ratios. The chain of counts is carried from one time s_n to the
# next with dpois; s_n is uniroot() of the likelihood ratio in the expected number; the critical value is uniroot() of the
# error. Each design is also simulated: arrival times cumsum(rexp()), a signal where some event n >= M comes before T
# with a likelihood ratio of at least the critical value; the script stops where the share differs from the exact
# probability by more than 4.5 standard errors.
#
# maxsprt_binomial.csv: by definition, trial by trial: after each trial, every count whose likelihood ratio (a difference
# of log dbinom) is at least the critical value leaves the chain. The critical value is the smallest of all values
# that the likelihood ratio takes at counts y >= M, y > n p0, n <= N with an error of at most alpha. Where N is at most
# 12, the error is instead summed over all 2^N courses, each with the largest value it comes to.
source("common.R")
set.seed(20250120)

poisson_llr <- function(n, mu) ifelse(n > mu, mu - n + n * log(n / mu), 0)

poisson_error <- function(critical, T, M, ratio = 1) {
  chain <- 1
  before <- 0
  n <- M
  repeat {
    s <- if (poisson_llr(n, T) >= critical) T
      else uniroot(function(mu) poisson_llr(n, mu) - critical, c(n * exp(-1 - critical / n), min(n, T)), tol = 1e-14)$root
    held <- length(chain)
    after <- numeric(n)
    for (j in seq_len(n)) {
      from <- seq_len(min(j, held))
      after[j] <- sum(chain[from] * dpois(j - from, ratio * (s - before)))
    }
    chain <- after
    if (s >= T) return(1 - sum(chain))
    before <- s
    n <- n + 1
  }
}

simulated <- function(critical, T, M, ratio, courses = 1e5) {
  most <- qpois(1e-9, T * ratio, lower.tail = FALSE)
  signal <- replicate(courses / 1000, {
    times <- matrix(rexp(1000 * most, ratio), most)
    times <- apply(times, 2, cumsum)
    n <- row(times)
    colSums(times <= T & n >= M & poisson_llr(n, times) >= critical) > 0
  })
  mean(signal)
}

rows <- list()
designs <- rbind(
  expand.grid(T = c(.1, .7, 3.3, 12), M = c(1, 4), alpha = c(.05, .01, .2)),
  data.frame(T = c(40, 40, 85, 2, 6), M = c(1, 4, 4, 2, 10), alpha = c(.05, .001, .1, .5, .01)))
for (i in seq_len(nrow(designs))) {
  d <- designs[i, ]
  possible <- ppois(d$M - 1, d$T, lower.tail = FALSE)
  critical <- if (d$M > d$T && possible <= d$alpha) poisson_llr(d$M, d$T)
    else uniroot(function(c) poisson_error(c, d$T, d$M) - d$alpha, c(1e-3, 30), tol = 1e-13)$root
  error <- poisson_error(critical, d$T, d$M)
  power <- sapply(c(1.5, 3), function(ratio) poisson_error(critical, d$T, d$M, ratio))
  for (k in 1:3) {
    exact <- c(error, power)[k]
    seen <- simulated(critical, d$T, d$M, c(1, 1.5, 3)[k])
    stopifnot(abs(seen - exact) <= 4.5 * sqrt(exact * (1 - exact) / 1e5) + 1e-5)
  }
  rows[[i]] <- list(length = d$T, least = d$M, alpha = d$alpha, critical = critical, attained = error,
    power_1.5 = power[1], power_3 = power[2])
}
write_reference(bind(rows), "maxsprt_poisson.csv")

binomial_llr <- function(y, n, p0) ifelse(y > n * p0, dbinom(y, n, y / n, log = TRUE) - dbinom(y, n, p0, log = TRUE), 0)

# signals[n, y + 1]: whether y events in n trials signal
trials_error <- function(signals, p) {
  N <- nrow(signals)
  chain <- c(1, numeric(N))
  error <- 0
  for (n in seq_len(N)) {
    chain <- chain * (1 - p) + c(0, chain[-(N + 1)]) * p
    error <- error + sum(chain[signals[n, ]])
    chain[signals[n, ]] <- 0
  }
  error
}

courses_error <- function(values, counts, p) {
  N <- nrow(values)
  courses <- as.matrix(expand.grid(rep(list(0:1), N)))
  y <- t(apply(courses, 1, cumsum))
  if (N == 1) y <- t(y)
  largest <- apply(y, 1, function(path) max(ifelse(counts[cbind(seq_len(N), path + 1)], values[cbind(seq_len(N), path + 1)], -1)))
  probability <- apply(courses, 1, function(course) prod(ifelse(course == 1, p, 1 - p)))
  function(critical) sum(probability[largest >= critical])
}

rows <- list()
designs <- data.frame(
  N = c(1, 2, 3, 5, 8, 10, 12, 12, 11, 12, 30, 60, 60, 100, 150, 150, 200, 250, 300, 300, 40, 80),
  p0 = c(.01, .1, .2, .1, .3, .05, .25, .5, .02, .7, .1, .05, .3, .02, .01, .1, .04, .5, .01, .05, .8, .003),
  alpha = c(.05, .05, .05, .1, .1, .05, .05, .05, .05, .3, .05, .05, .01, .05, .05, .2, .001, .05, .05, .01, .05, .05),
  M = c(1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 4, 4, 1, 4, 4, 1, 4, 1, 1, 4))
for (i in seq_len(nrow(designs))) {
  d <- designs[i, ]
  n <- matrix(seq_len(d$N), d$N, d$N + 1)
  y <- matrix(0:d$N, d$N, d$N + 1, byrow = TRUE)
  values <- matrix(0, d$N, d$N + 1)
  values[y <= n] <- binomial_llr(y[y <= n], n[y <= n], d$p0)
  counts <- y <= n & y >= d$M & y > n * d$p0
  error <- if (d$N <= 12) courses_error(values, counts, d$p0)
    else function(critical) trials_error(counts & values >= critical, d$p0)
  candidates <- sort(unique(values[counts]))
  low <- 0
  high <- length(candidates)
  while (high - low > 1) {
    middle <- (low + high) %/% 2
    if (error(candidates[middle]) > d$alpha) low <- middle else high <- middle
  }
  critical <- candidates[high]
  raised <- min(.95, 3 * d$p0)
  rows[[i]] <- list(length = d$N, rate = d$p0, least = d$M, alpha = d$alpha, critical = critical,
    attained = error(critical), raised = raised,
    power = trials_error(counts & values >= critical, raised))
}
write_reference(bind(rows), "maxsprt_binomial.csv")
