package names

// weights of the features, the constant first; for people and for all else. They
// were learned by logistic regression from the aliases in the European Union's
// consolidated sanctions lists (and slips of the pen put into them), with names of
// other people and bodies there that share a word. Signs that would make a less
// similar pair score higher were held at the weight that is nearest.
var weights = [2][featureCount + 1]float64{
	{2.48, 0.00, -1.00, -5.95, -0.36, 0.98, -1.32, 1.60, 0.00, 0.00, 0.00, -0.24, -0.74},
	{3.20, 0.00, -1.50, -4.62, -0.16, 0.42, 0.00, 0.00, -1.97, -1.50, -1.34, 0.00, 0.00},
}
