# R 4.2.2, package stats. Six intervals by proportion_definitions.R at every level of .5 to .9999 below, n from 1 to 1e9,
# and x at and near both ends, few, and half. A row has the limits of all six methods.
# Checked inside: beta quantiles by a continued fraction of the incomplete beta function (modified Lentz, its factor
# from dbeta), which shares nothing with pbeta; the tail of an upper limit with x of at most 3 by a sum of dbinom.
source("common.R")
source("proportion_definitions.R")

# P(B <= q) for a beta variable; on the side where the fraction converges.
by_fraction <- function(q, s, t, lower.tail = TRUE) {
  if (q > (s + 1) / (s + t + 2)) return(if (lower.tail) 1 - by_fraction(1 - q, t, s) else by_fraction(1 - q, t, s))
  tiny <- 1e-300
  c <- 1; d <- 1 - (s + t) * q / (s + 1); d <- 1 / (if (abs(d) < tiny) tiny else d); h <- d
  for (k in 1:2000000) {
    for (odd in 0:1) {
      a <- if (odd == 0) k * (t - k) * q / ((s + 2 * k - 1) * (s + 2 * k)) else -(s + k) * (s + t + k) * q / ((s + 2 * k) * (s + 2 * k + 1))
      d <- 1 + a * d; d <- 1 / (if (abs(d) < tiny) tiny else d)
      c <- 1 + a / c; if (abs(c) < tiny) c <- tiny
      h <- h * d * c
    }
    if (abs(d * c - 1) < 1e-15) break
  }
  p <- dbeta(q, s, t) * q * (1 - q) / s * h
  if (lower.tail) p else 1 - p
}
holds <- function(p, a) stopifnot(abs(p / a - 1) < 1e-6)
inner <- function(q) q > 1e-280 && q < .999
rows <- list()
for (n in c(1, 2, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e9)) for (x in unique(c(0, 1, min(3, n), round(n * .01), round(n / 2), n - 1, n))) for (level in c(.5, .8, .9, .95, .99, .999, .9999)) {
  a <- (1 - level) / 2
  limits <- lapply(methods, function(method) method(x, n, a))
  exact <- limits[["clopper-pearson"]]
  if (x > 0 && inner(exact[1])) holds(by_fraction(exact[1], x, n - x + 1), a)
  if (x < n && inner(exact[2])) holds(by_fraction(exact[2], x + 1, n - x, FALSE), a)
  if (x < n && x <= 3) holds(sum(dbinom(0:x, n, exact[2])), a)
  half <- limits$jeffreys
  if (x > 0 && inner(half[1])) holds(by_fraction(half[1], x + .5, n - x + .5), a)
  if (x < n && inner(half[2])) holds(by_fraction(half[2], x + .5, n - x + .5, FALSE), a)
  mid <- limits[["mid-p"]]
  if (x > 0 && x < n && inner(mid[1])) holds((by_fraction(mid[1], x, n - x + 1) + by_fraction(mid[1], x + 1, n - x)) / 2, a)
  if (x > 0 && x < n && inner(mid[2])) holds((by_fraction(mid[2], x, n - x + 1, FALSE) + by_fraction(mid[2], x + 1, n - x, FALSE)) / 2, a)
  for (l in limits) stopifnot(l[1] >= 0, l[2] <= 1, l[1] <= l[2])
  rows[[length(rows) + 1]] <- c(list(x = x, n = n, level = level), setNames(as.list(unlist(limits)), paste(rep(names(methods), each = 2), c("lower", "upper"), sep = "_")))
}
write_reference(bind(rows), "proportion_grid.csv", 15)
