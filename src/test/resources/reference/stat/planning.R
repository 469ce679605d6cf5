# R 4.2.2, package stats only.
# plan_needed.csv: the smallest number of sessions n at which the one-sided Clopper-Pearson upper bound of events/D in n/D is
# below the limit, found upwards in halving steps with qbeta(level, events/D + 1, (n - events)/D); at D = 1, n and n - 1
# are checked with binom.test(events, n, alternative = "less", conf.level = level)$conf.int.
# plan_power.csv: by trying every n up to `last`: the most events that show it are qbinom(1 - level, n, limit) - 1, since
# the bound is below the limit where pbinom(events, n, limit) < 1 - level; the probability is pbinom() of them at the true
# rate. `sessions` is one more than the last n that lacks the probability, `first` the first n that has it.
# plan_shows.csv: the most events below and the fewest above for n sessions, by trying all numbers of events with
# binom.test(); bounds of 0, 1, 2 and 5 events; probability of showing it at the true rate, by pbinom().
source("common.R")

rows <- list()
for (limit in c(.001, .0001, .01, .05, .3, .9)) for (level in c(.95, .99, .8)) for (D in c(1, 1.5, 2, 5)) for (events in c(0:5, 20)) {
  below <- function(n) qbeta(level, events / D + 1, (n - events) / D) < limit
  low <- max(1, events)
  if (events == low || !below(low)) {
    high <- low + 1
    while (!below(high)) high <- 2 * high
    while (high - low > 1) { middle <- (low + high) %/% 2; if (below(middle)) high <- middle else low <- middle }
  } else high <- low
  if (D == 1) {
    upper <- function(n) binom.test(events, n, alternative = "less", conf.level = level)$conf.int[2]
    stopifnot(upper(high) < limit, high <= max(1, events) || upper(high - 1) >= limit)
  }
  rows[[length(rows) + 1]] <- list(limit = limit, level = level, design = D, events = events, sessions = high)
}
write_reference(bind(rows), "plan_needed.csv")

rows <- list()
designs <- data.frame(
  limit = c(.001, .001, .01, .01, .01, .05, .05, .3, .5, .001),
  level = c(.95, .95, .95, .99, .8, .95, .95, .9, .95, .95),
  rate = c(.0003, .0005, .002, .005, .005, .01, .03, .1, .2, .00001),
  power = c(.8, .9, .8, .9, .5, .9, .8, .95, .8, .8),
  last = c(2e5, 2e5, 3e4, 3e4, 2e4, 5000, 5000, 1000, 500, 2e5))
for (i in seq_len(nrow(designs))) {
  d <- designs[i, ]
  n <- seq_len(d$last)
  most <- qbinom(1 - d$level, n, d$limit) - 1
  has <- ifelse(most < 0, 0, pbinom(most, n, d$rate))
  stopifnot(all(has[n > .8 * d$last] > d$power))
  sessions <- max(which(has < d$power)) + 1
  rows[[i]] <- list(limit = d$limit, level = d$level, rate = d$rate, power = d$power, sessions = sessions,
    events = most[sessions], attained = has[sessions], first = min(which(has >= d$power)))
}
write_reference(bind(rows), "plan_power.csv")

rows <- list()
for (n in c(1, 10, 59, 400, 5000)) for (limit in c(.001, .02, .4)) for (level in c(.95, .9)) {
  events <- 0:min(n, 400)
  upper <- sapply(events, function(y) binom.test(y, n, alternative = "less", conf.level = level)$conf.int[2])
  lower <- sapply(events, function(y) binom.test(y, n, alternative = "greater", conf.level = level)$conf.int[1])
  if (n == 5000 && limit == .4) next
  below <- events[upper < limit]
  above <- events[lower > limit]
  at <- function(bounds, y) if (y <= n) bounds[y + 1] else NA
  rows[[length(rows) + 1]] <- list(sessions = n, limit = limit, level = level,
    below = if (length(below)) max(below) else NA, above = if (length(above)) min(above) else NA,
    rate = limit / 3, probability = if (length(below)) pbinom(max(below), n, limit / 3) else 0,
    lower_1 = at(lower, 1), upper_0 = at(upper, 0), upper_1 = at(upper, 1), lower_5 = at(lower, 5), upper_5 = at(upper, 5))
}
write_reference(bind(rows), "plan_shows.csv")
