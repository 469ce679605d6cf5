# R 4.2.2, package stats.
# events, exposure: poisson.test(events, exposure, conf.level = level)$conf.int; where events were divided by a
# design effect and are not whole: qgamma((1 - level) / 2, events) / exposure, qgamma((1 + level) / 2, events + 1) / exposure
# 200 random cases, then every level of .5 to .9999 for no event to 1e9. Quantiles are polished by Newton steps on pgamma;
# with few events the tail is checked as a sum of dpois.
source("common.R")
set.seed(20250102)
polish <- function(q, a, shape, lower.tail) {
  for (i in 1:6) {
    step <- (pgamma(q, shape, lower.tail = lower.tail) - a) / dgamma(q, shape) * (if (lower.tail) 1 else -1)
    if (!is.finite(step) || abs(step) > q * 1e-3) break
    q <- q - step
  }
  q
}
rows <- list()
add <- function(events, exposure, level) {
  tail <- (1 - level) / 2
  means <- c(if (events == 0) 0 else polish(qgamma(tail, events), tail, events, TRUE), polish(qgamma(tail, events + 1, lower.tail = FALSE), tail, events + 1, FALSE))
  if (events == round(events) && exposure < 1e8) stopifnot(close_to(means / exposure, as.numeric(poisson.test(events, exposure, conf.level = level)$conf.int)))
  if (events == round(events) && events <= 20) stopifnot(close_to(sum(dpois(0:events, means[2])), tail, 1e-9), events == 0 || close_to(1 - sum(dpois(0:(events - 1), means[1])), tail, 1e-8))
  rows[[length(rows) + 1]] <<- list(events = events, exposure = exposure, level = level, lower = means[1] / exposure, upper = means[2] / exposure)
}
levels <- c(.5, .8, .9, .95, .99, .999, .9999)
for (i in 1:200) {
  whole <- i %% 2 == 0
  events <- if (i < 8) 0 else if (whole) rpois(1, 10^runif(1, 0, 4)) else round(rgamma(1, 1) * 10^runif(1, 0, 3), 4)
  add(events, if (i %% 5 == 0) round(10^runif(1, 0, 7)) else round(10^runif(1, -1, 5), 3), sample(levels, 1))
}
for (events in c(0, 1, 2, 3.5, 10, 1e3, 1e6, 5e8, 1e9)) for (level in levels) add(events, 1e9, level)
write_reference(bind(rows), "garwood.csv")
