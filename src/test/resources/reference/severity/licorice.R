# R 4.2.2, package stats. Tabulates the grades of coughing at extubation in samples/licorice_gargle.csv and writes, for
# all patients and by treat, how many have each worst grade (every patient is there once), and how many of those with a
# grade have at least it, with the exact interval, binom.test(events, denominator)$conf.int: Rscript licorice.R, in this folder.
options(digits = 17)
d <- read.csv("../../../../../samples/licorice_gargle.csv")
rows <- list()
for (treat in list(NA, 0, 1)) {
  x <- d$extubation_cough[is.na(treat) | d$treat %in% treat]
  n <- sum(!is.na(x))
  for (grade in 0:3) {
    y <- sum(x >= grade, na.rm = TRUE)
    limits <- binom.test(y, n)$conf.int
    rows[[length(rows) + 1]] <- data.frame(treat = ifelse(is.na(treat), "all", treat), grade = grade, worst = sum(x == grade, na.rm = TRUE), events = y,
      denominator = n, notRecorded = sum(is.na(x)), lower = sprintf("%.15g", limits[1]), upper = sprintf("%.15g", limits[2]))
  }
}
con <- file("licorice.csv", "wb")
write.csv(do.call(rbind, rows), con, row.names = FALSE, quote = FALSE)
close(con)
