# R 4.2.2, package stats only. cusum.csv: Bernoulli CUSUM on a grid of 1/m, by definition. gamma is computed from the
# rates, m is 1/gamma rounded (at most what keeps 1/m above the rate), the raised rate is uniroot() of gamma = 1/m. Mean
# run lengths are solve(I - Q, 1) on the dense chain of states 0 .. h - 1, where the state falls by 1 without an event,
# not below 0, and rises by m - 1 with one. The limit is the smallest h, tried from 1 upwards; where the design names one,
# h and h - 1 are checked. The script stops where the mean of 2000 simulated run lengths differs by more than 4.5 standard
# errors.
source("common.R")
set.seed(20250121)

gamma_of <- function(p0, p1) log((1 - p0) / (1 - p1)) / log(p1 * (1 - p0) / (p0 * (1 - p1)))

run_length <- function(p, m, h) {
  Q <- matrix(0, h, h)
  for (s in 0:(h - 1)) {
    down <- max(s - 1, 0)
    Q[s + 1, down + 1] <- Q[s + 1, down + 1] + 1 - p
    if (s + m - 1 < h) Q[s + 1, s + m] <- Q[s + 1, s + m] + p
  }
  solve(diag(h) - Q, rep(1, h))[1]
}

simulated <- function(p, m, h) {
  replicate(2000, {
    sum <- 0
    sessions <- 0
    repeat {
      free <- rgeom(1, p)
      sum <- max(0, sum - free) + m - 1
      sessions <- sessions + free + 1
      if (sum >= h) return(sessions)
    }
  })
}

rows <- list()
designs <- data.frame(
  p0 = c(.1, .05, .05, .02, .02, .01, .3, .2, .01, .005, .4, .001),
  R = c(2, 2, 4, 1.5, 3, 2, 2, 1.3, 2, 5, 2, 2),
  target = c(200, 500, 1000, 300, 2000, 1000, 100, 60, 101, 5000, 1000, 1e5),
  h = c(rep(0, 11), 3327))
for (i in seq_len(nrow(designs))) {
  d <- designs[i, ]
  odds <- d$R * d$p0 / (1 - d$p0)
  m <- min(round(1 / gamma_of(d$p0, odds / (1 + odds))), ceiling(1 / d$p0) - 1)
  raised <- uniroot(function(p) gamma_of(d$p0, p) - 1 / m, c(d$p0 + 1e-9, 1 - 1e-9), tol = 1e-15)$root
  h <- max(1, d$h)
  if (d$h == 0) while (run_length(d$p0, m, h) < d$target) h <- h + 1
  else stopifnot(run_length(d$p0, m, h) >= d$target, run_length(d$p0, m, h - 1) < d$target)
  exact <- c(run_length(d$p0, m, h), run_length(raised, m, h), run_length(min(.9, 1.7 * d$p0), m, h))
  for (k in 2:3) {
    seen <- simulated(c(raised, min(.9, 1.7 * d$p0))[k - 1], m, h)
    stopifnot(abs(mean(seen) - exact[k]) <= 4.5 * sd(seen) / sqrt(length(seen)))
  }
  rows[[i]] <- list(rate = d$p0, odds_ratio = d$R, target = d$target, steps = m, raised = raised, limit = h,
    in_control = exact[1], at_raised = exact[2], other = min(.9, 1.7 * d$p0), at_other = exact[3])
}
write_reference(bind(rows), "cusum.csv")
