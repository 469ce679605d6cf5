# R 4.2.2, package stats only. mover.csv: limits of a difference of two proportions by the square-and-add formula, from
# the limits of prop.test(correct = FALSE) (Wilson) and of binom.test (Clopper-Pearson). Newcombe 1998, Stat Med
# 17:873-890, prints for 56/70 - 48/80 with those of Wilson (method 10) .0524 to .3339; the script stops if they differ.
source("common.R")
set.seed(20250211)

square_and_add <- function(p1, of1, p0, of0)
  c(p1 - p0 - sqrt((p1 - of1[1])^2 + (of0[2] - p0)^2), p1 - p0 + sqrt((of1[2] - p1)^2 + (p0 - of0[1])^2))
wilson <- function(y, n, level) prop.test(y, n, conf.level = level, correct = FALSE)$conf.int
exact <- function(y, n, level) binom.test(y, n, conf.level = level)$conf.int

printed <- square_and_add(56 / 70, wilson(56, 70, .95), 48 / 80, wilson(48, 80, .95))
stopifnot(round(printed, 4) == c(.0524, .3339))

rows <- list()
n1 <- c(70, 10, 10, 98, 20, sample(5:3000, 30, replace = TRUE))
n0 <- c(80, 10, 20, 80, 20, sample(5:3000, 30, replace = TRUE))
y1 <- c(56, 9, 10, 5, 0, rbinom(30, n1[6:35], runif(30)^2))
y0 <- c(48, 3, 0, 0, 0, rbinom(30, n0[6:35], runif(30)^2))
level <- c(rep(.95, 5), sample(c(.8, .9, .95, .99), 30, replace = TRUE))
for (i in seq_along(n1)) {
  for (method in c("wilson", "clopper-pearson")) {
    limits <- if (method == "wilson") wilson else exact
    both <- suppressWarnings(square_and_add(y1[i] / n1[i], limits(y1[i], n1[i], level[i]),
      y0[i] / n0[i], limits(y0[i], n0[i], level[i])))
    rows[[length(rows) + 1]] <- list(method = method, events1 = y1[i], sessions1 = n1[i], events0 = y0[i],
      sessions0 = n0[i], level = level[i], lower = both[1], upper = both[2])
  }
}
write_reference(bind(rows), "mover.csv")
