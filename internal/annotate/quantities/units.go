package quantities

// measures are units of measure with their singular names.
var measures = map[string]string{
	"km": "kilometre", "kms": "kilometre", "kilometer": "kilometre", "kilometers": "kilometre", "kilometre": "kilometre", "kilometres": "kilometre",
	"metre": "metre", "metres": "metre", "meter": "metre", "meters": "metre",
	"cm": "centimetre", "centimeter": "centimetre", "centimeters": "centimetre", "centimetre": "centimetre", "centimetres": "centimetre",
	"mm": "millimetre", "millimeter": "millimetre", "millimeters": "millimetre", "millimetre": "millimetre", "millimetres": "millimetre",
	"mile": "mile", "miles": "mile", "mi": "mile", "nm": "nautical mile", "foot": "foot", "feet": "foot", "ft": "foot",
	"inch": "inch", "inches": "inch", "yard": "yard", "yards": "yard", "caliber": "calibre", "calibre": "calibre",
	"acre": "acre", "acres": "acre", "hectare": "hectare", "hectares": "hectare", "ha": "hectare",
	"kg": "kilogram", "kgs": "kilogram", "kilo": "kilogram", "kilos": "kilogram", "kilogram": "kilogram", "kilograms": "kilogram", "kilogramme": "kilogram", "kilogrammes": "kilogram",
	"gram": "gram", "grams": "gram", "mg": "milligram", "milligrams": "milligram",
	"tonne": "tonne", "tonnes": "tonne", "ton": "ton", "tons": "ton", "kiloton": "kiloton", "kilotons": "kiloton", "megaton": "megaton", "megatons": "megaton",
	"pound": "pound", "pounds": "pound", "lb": "pound", "lbs": "pound", "ounce": "ounce", "ounces": "ounce", "oz": "ounce", "stone": "stone",
	"litre": "litre", "litres": "litre", "liter": "litre", "liters": "litre", "gallon": "gallon", "gallons": "gallon",
	"barrel": "barrel", "barrels": "barrel", "bushel": "bushel", "bushels": "bushel", "ml": "millilitre",
	"watt": "watt", "watts": "watt", "kw": "kilowatt", "kilowatt": "kilowatt", "kilowatts": "kilowatt", "mw": "megawatt", "megawatt": "megawatt", "megawatts": "megawatt", "gw": "gigawatt", "gigawatt": "gigawatt", "gigawatts": "gigawatt",
	"kwh": "kilowatt hour", "mwh": "megawatt hour", "twh": "terawatt hour", "volt": "volt", "volts": "volt", "horsepower": "horsepower", "hp": "horsepower",
	"kb": "kilobyte", "mb": "megabyte", "gb": "gigabyte", "tb": "terabyte", "megabyte": "megabyte", "megabytes": "megabyte", "gigabyte": "gigabyte", "gigabytes": "gigabyte", "terabytes": "terabyte",
	"hz": "hertz", "khz": "kilohertz", "mhz": "megahertz", "ghz": "gigahertz", "hertz": "hertz", "megapixel": "megapixel", "megapixels": "megapixel", "mp": "megapixel", "pixels": "pixel", "pixel": "pixel",
	"mph": "mile per hour", "kph": "kilometre per hour", "kmh": "kilometre per hour", "knot": "knot", "knots": "knot",
	"degree": "degree", "degrees": "degree", "celsius": "degree Celsius", "fahrenheit": "degree Fahrenheit",
	"bps": "basis point", "bpd": "barrel per day",
}

// joinedOnly are units that stand directly behind digits.
var joinedOnly = map[string]string{"m": "metre", "g": "gram", "l": "litre", "c": "degree Celsius", "f": "degree Fahrenheit", "v": "volt", "w": "watt"}

// durations are the units of time.
var durations = map[string]string{
	"second": "second", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour",
	"min": "minute", "mins": "minute", "secs": "second",
	"day": "day", "days": "day", "night": "night", "nights": "night", "week": "week", "weeks": "week", "fortnight": "fortnight",
	"month": "month", "months": "month", "year": "year", "years": "year", "yr": "year", "yrs": "year",
	"decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
}

// signs are currency signs.
var signs = map[string]string{"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "₩": "KRW", "₪": "ILS", "₴": "UAH", "₺": "TRY", "฿": "THB", "₦": "NGN", "₱": "PHP"}

// dollars are the prefixes that say whose dollar it is: "A$5", "US$1.2bn".
var dollars = map[string]string{
	"us": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD",
	"s": "SGD", "sgd": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN", "gb": "GBP",
}

// codes stand before or behind a number: "EUR 5 million", "5m USD", "Rs 500".
var codes = map[string]string{
	"usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "cny": "CNY", "rmb": "CNY", "rub": "RUB", "rur": "RUB", "inr": "INR", "rs": "INR",
	"chf": "CHF", "aud": "AUD", "cad": "CAD", "nzd": "NZD", "hkd": "HKD", "sgd": "SGD", "uah": "UAH", "pln": "PLN", "sek": "SEK", "nok": "NOK", "dkk": "DKK",
	"try": "TRY", "brl": "BRL", "mxn": "MXN", "zar": "ZAR", "krw": "KRW", "ils": "ILS", "aed": "AED", "sar": "SAR", "ngn": "NGN", "kes": "KES",
}

// currencies are named in words behind a number.
var currencies = map[string]string{
	"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB", "rubles": "RUB",
	"rouble": "RUB", "roubles": "RUB", "rupee": "INR", "rupees": "INR", "franc": "CHF", "francs": "CHF", "krona": "SEK", "kronor": "SEK",
	"kroner": "NOK", "zloty": "PLN", "zlotys": "PLN", "lira": "TRY", "liras": "TRY", "hryvnia": "UAH", "hryvnias": "UAH", "shekel": "ILS", "shekels": "ILS",
	"rand": "ZAR", "reais": "BRL", "peso": "MXN", "pesos": "MXN", "dirham": "AED", "dirhams": "AED", "riyal": "SAR", "riyals": "SAR",
	"baht": "THB", "ringgit": "MYR", "naira": "NGN", "sterling": "GBP", "bucks": "USD", "forint": "HUF", "forints": "HUF", "koruna": "CZK", "korunas": "CZK",
	"rupiah": "IDR", "dong": "VND", "taka": "BDT", "shillings": "KES", "bitcoin": "BTC", "bitcoins": "BTC", "rial": "IRR", "rials": "IRR", "tenge": "KZT",
}

// whose says whose currency a word before "dollars" or "pounds" makes it.
var whose = map[string]string{
	"us": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "singapore": "SGD", "taiwan": "TWD", "swiss": "CHF", "british": "GBP",
	"indian": "INR", "russian": "RUB", "chinese": "CNY", "japanese": "JPY", "egyptian": "EGP", "pakistani": "PKR", "turkish": "TRY", "danish": "DKK",
	"norwegian": "NOK", "swedish": "SEK", "mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "colombian": "COP", "chilean": "CLP",
}
