# R 4.2.2, package stats.
# events, exposure: poisson.test(events, exposure, conf.level = level)$conf.int; where events were divided by a
# design effect and are not whole: qgamma((1 - level) / 2, events) / exposure, qgamma((1 + level) / 2, events + 1) / exposure
source("common.R")
set.seed(20250102)
rows <- list()
for (i in 1:160) {
  whole <- i %% 2 == 0
  events <- if (i < 8) 0 else if (whole) rpois(1, 10^runif(1, 0, 4)) else round(rgamma(1, 1) * 10^runif(1, 0, 3), 4)
  exposure <- if (i %% 5 == 0) round(10^runif(1, 0, 7)) else round(10^runif(1, -1, 5), 3)
  level <- sample(c(.5, .8, .9, .95, .99, .9999), 1)
  tail <- (1 - level) / 2
  limits <- c(if (events == 0) 0 else qgamma(tail, events), qgamma(tail, events + 1, lower.tail = FALSE)) / exposure
  if (whole) stopifnot(close_to(limits, as.numeric(poisson.test(events, exposure, conf.level = level)$conf.int)))
  rows[[i]] <- list(events = events, exposure = exposure, level = level, lower = limits[1], upper = limits[2])
}
write_reference(bind(rows), "garwood.csv")
