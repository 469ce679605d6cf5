# R 4.2.2, package stats only.
# switch_points.csv: for `events` with the event, `below` is the smallest number of sessions n, found by trying every one,
# with pbinom(events, n, limit) < 1 - level, and `above` the largest with
# pbinom(events - 1, n, limit, lower.tail = FALSE) < 1 - level (0 where no n is). No level has a tail that equals its
# error, which rounding would decide.
source("common.R")

rows <- list()
for (limit in c(.001, .01, .077, .16, .5, .9)) for (level in c(.95, .975, .985)) for (events in c(0:8, 12)) {
  last <- ceiling(40 / limit * (1 + events / 8))
  n <- max(1, events):last
  below <- n[pbinom(events, n, limit) < 1 - level][1]
  stopifnot(!is.na(below))
  above <- if (events == 0) 0 else max(0, n[pbinom(events - 1, n, limit, lower.tail = FALSE) < 1 - level])
  rows[[length(rows) + 1]] <- list(limit = limit, level = level, events = events, below = below, above = above)
}
write_reference(bind(rows), "switch_points.csv")
