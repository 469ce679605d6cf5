# R 4.2.2, package stats. p.adjust(p, "holm") on 200 random vectors, among them single ones, ties, 0 and 1.
source("common.R")
set.seed(20250112)
rows <- list()
for (i in 1:200) {
  k <- if (i <= 10) 1 else sample(2:30, 1)
  p <- round(rbeta(k, sample(c(.1, .5, 1), 1), 2), sample(c(1, 3, 12), 1))
  if (i %% 7 == 0) p[sample(k, 1)] <- sample(0:1, 1)
  rows[[i]] <- list(p = paste(number(p, 15L), collapse = ";"), adjusted = paste(number(p.adjust(p, "holm"), 15L), collapse = ";"))
}
write_reference(bind(rows), "holm.csv")
