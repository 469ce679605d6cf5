# R 4.2.2, package stats. The clustered intervals of clustered.R by the same definitions at levels from .5 to .9999 and up
# to 1e9 trials: two clusters to a thousand, the events in few clusters ("bunched"), one each ("spread") or none or all.
# Column clusters: "copies x size:yes" joined by ";". Quantiles are polished as in proportion_definitions.R.
# stated.csv: a stated design effect d: clopper-pearson of proportion_definitions.R with y/d events in n/d trials.
source("common.R")
source("proportion_definitions.R")
set.seed(20250111)
levels <- c(.5, .8, .9, .95, .99, .999, .9999)

effective_size <- function(n, m, d, a) if (d == 0) n else min(n, n / d * (qt(a, n - 1) / qt(a, m - 1))^2)
limits_of <- function(p, size, a) clopper_pearson(if (p == 1) size else size * p, size, a)
layouts <- list(c(2, 1, 3), c(2, 50, 150), c(10, 1, 4), c(10, 1000, 1000), c(40, 2, 6), c(1000, 1, 9), c(1000, 1000, 1000), c(1000, 5e5, 1.5e6))
rows <- list()
for (l in layouts) {
  m <- l[1]
  size <- rep(l[2:3], each = m / 2)
  n <- sum(size)
  first <- cumsum(size) - size
  spread <- function(y) (seq_len(m) <= y) * 1
  bunched <- function(y) pmax(0, pmin(size, y - first))
  cases <- list(0 * size, size, spread(1), spread(ceiling(m / 2)), bunched(ceiling(n * .01)), bunched(floor(n / 2)), floor(size / 2))
  for (yes in unique(cases)) for (level in levels) {
    y <- sum(yes)
    p <- y / n
    a <- (1 - level) / 2
    mixed <- y > 0 && y < n
    d <- NA
    kg <- c(NA, NA, NA)
    if (mixed) {
      z <- (yes - p * size) / n
      d <- m / (m - 1) * sum(z^2) / (p * (1 - p) / n)
      if (d < 1e-13) d <- 0
      kg[1] <- effective_size(n, m, d, a)
      kg[2:3] <- limits_of(p, kg[1], a)
    }
    guess <- (y + 2) / (n + 4)
    rho <- min(.3, guess * (exp(1.5^2) - 1) / (1 - guess))
    d_star <- max(1, (y * (if (mixed) d else 1) + 8 * (1 + rho * (sum(size^2) / n - 1))) / (y + 8))
    st <- effective_size(n, m, d_star, a)
    st[2:3] <- limits_of(p, st[1], a)
    runs <- rle(paste(number(size, 15L), number(yes, 15L), sep = ":"))
    rows[[length(rows) + 1]] <- list(level = level, n = n, events = y, clusters = m, design_effect = d, kg_size = kg[1], kg_lower = kg[2], kg_upper = kg[3],
      st_effect = d_star, st_size = st[1], st_lower = st[2], st_upper = st[3], pairs = paste(runs$lengths, "x", runs$values, sep = "", collapse = ";"))
  }
}
write_reference(bind(rows), "clustered_levels.csv", 13)

rows <- list()
for (i in 1:240) {
  n <- if (i <= 10) i else round(10^runif(1, 0, 9))
  y <- switch(i %% 6 + 1, 0, n, min(n, 1), min(n, rpois(1, 4)), rbinom(1, n, .02), rbinom(1, n, runif(1)))
  d <- if (i %% 10 == 0) 1 else 1 + round(rexp(1) * sample(c(.2, 1, 10), 1), 3)
  level <- sample(levels, 1)
  limits <- clopper_pearson(y / d, n / d, (1 - level) / 2)
  rows[[i]] <- list(n = n, events = y, design_effect = d, level = level, lower = limits[1], upper = limits[2])
}
write_reference(bind(rows), "stated.csv", 13)
