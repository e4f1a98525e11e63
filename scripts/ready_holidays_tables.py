"""What the source does not say of holidays: names people use, days that are no days off, what a set is.

Countries by ISO 3166-1, regions by ISO 3166-2, without the country's letters.
"""

# Countries whose regions are listed all, whether they keep days of their own or not.
ALL_REGIONS = {"AU", "CA", "CH", "DE", "ES", "GB", "IN", "MY", "NZ", "US"}

# Countries of their own in the list, or no regions: school zones.
NOT_REGIONS = {
    "FI": {"01"},
    "FR": {"971", "972", "973", "974", "976", "BL", "MF", "NC", "PF", "PM", "TF", "WF", "Zone A", "Zone B", "Zone C"},
    "US": {"AS", "GU", "MP", "PR", "UM", "VI"},
}

# Regions that keep the anniversary of the old province they were part of.
LIKE = {"NZ": {"BOP": "AUK", "GIS": "AUK", "MWT": "WGN", "TAS": "NSN", "WKO": "AUK"}}

# Where the moon's tables run out before the fixed days do.
LAST_WHOLE_YEAR = {"BT": 2035, "FJ": 2035, "GY": 2035, "IN": 2035, "MU": 2035, "NP": 2032, "SR": 2035}

# Their estimates are marked as such only on request.
HIDES_ESTIMATES = {"CI", "PS", "SA"}

# Their moon is reckoned by a rule that everybody uses, so no date of it is an estimate.
RECKONED = {"IL"}

# Days that move in no simple way and are certain all the same.
FIXED_BY_LAW = {"JP": {"Substitute Holiday"}, "NZ": {"Matariki"}}

# The categories of days a set has, where it is not what the source calls public. In Hong Kong the source calls
# the statutory holidays public and the general holidays optional.
CATEGORIES = {"HK": ("optional",)}

# Sets beside a country's or a region's own: its code, its name, the region, the categories.
VARIANTS = {
    "DE": [
        ("BY-CATHOLIC", "Bavaria with Assumption Day", "BY", ("public", "catholic")),
        ("SN-CATHOLIC", "Saxony with Corpus Christi", "SN", ("public", "catholic")),
        ("TH-CATHOLIC", "Thuringia with Corpus Christi", "TH", ("public", "catholic")),
    ],
    "HK": [("STATUTORY", "statutory holidays only", None, ("public",))],
}

# Categories of which only a region's own days are taken, not those of the whole country.
OF_REGION = {"AT": "bank"}

# Days that are no days off for all: offices choose, or work with fewer people, or only some counties keep them.
LEFT_OUT = {
    "KM": {None: {"Election Partial Day Holiday"}},
    "US": {
        "CA": {"Diwali", "Susan B. Anthony Day"},
        "CO": {"Cesar Chavez Day"},
        "FL": {"Susan B. Anthony Day"},
        "KY": {"Good Friday"},
        "MD": {"Inauguration Day"},
        "NY": {"Susan B. Anthony Day"},
        "TX": {
            "Cesar Chavez Day", "Confederate Memorial Day", "Emancipation Day In Texas", "Good Friday",
            "Lyndon Baines Johnson Day", "San Jacinto Day", "Texas Independence Day",
        },
        "VA": {"Inauguration Day"},
        "WI": {"Susan B. Anthony Day"},
    },
}

# As people say them, where the standard's name is another.
COUNTRY_NAMES = {
    "BN": "Brunei", "BO": "Bolivia", "CD": "Congo (Kinshasa)", "CG": "Congo (Brazzaville)", "CV": "Cape Verde",
    "CZ": "Czechia", "FK": "Falkland Islands", "FM": "Micronesia", "GB": "United Kingdom", "IR": "Iran",
    "KP": "North Korea", "KR": "South Korea", "LA": "Laos", "MD": "Moldova", "MF": "Saint Martin",
    "MO": "Macao", "PS": "Palestine", "RU": "Russia", "SH": "Saint Helena", "SX": "Sint Maarten", "SY": "Syria",
    "TR": "Turkey", "TW": "Taiwan", "TZ": "Tanzania", "US": "United States", "VA": "Vatican City",
    "VE": "Venezuela", "VG": "British Virgin Islands", "VI": "U.S. Virgin Islands", "VN": "Vietnam",
    "XK": "Kosovo",
}

REGION_NAMES = {
    "AT": {
        "1": "Burgenland", "2": "Carinthia", "3": "Lower Austria", "4": "Upper Austria", "5": "Salzburg",
        "6": "Styria", "7": "Tyrol", "8": "Vorarlberg", "9": "Vienna",
    },
    "AU": {"NSW Western": "Western New South Wales"},
    "BA": {"BIH": "Federation of Bosnia and Herzegovina", "BRC": "Brčko District", "SRP": "Republika Srpska"},
    "BR": {"São Paulo Capital": "São Paulo (city)"},
    "CH": {
        "AG": "Aargau", "AI": "Appenzell Innerrhoden", "AR": "Appenzell Ausserrhoden", "BE": "Bern",
        "BL": "Basel-Landschaft", "BS": "Basel-Stadt", "FR": "Fribourg", "GE": "Geneva", "GL": "Glarus",
        "GR": "Grisons", "JU": "Jura", "LU": "Lucerne", "NE": "Neuchâtel", "NW": "Nidwalden", "OW": "Obwalden",
        "SG": "St. Gallen", "SH": "Schaffhausen", "SO": "Solothurn", "SZ": "Schwyz", "TG": "Thurgau",
        "TI": "Ticino", "UR": "Uri", "VD": "Vaud", "VS": "Valais", "ZG": "Zug", "ZH": "Zurich",
        "Stadt Zurich": "Zurich (city)",
    },
    "DE": {
        "BB": "Brandenburg", "BE": "Berlin", "BW": "Baden-Württemberg", "BY": "Bavaria", "HB": "Bremen",
        "HE": "Hesse", "HH": "Hamburg", "MV": "Mecklenburg-Western Pomerania", "NI": "Lower Saxony",
        "NW": "North Rhine-Westphalia", "RP": "Rhineland-Palatinate", "SH": "Schleswig-Holstein",
        "SL": "Saarland", "SN": "Saxony", "ST": "Saxony-Anhalt", "TH": "Thuringia", "Augsburg": "Augsburg (city)",
    },
    "ES": {
        "AN": "Andalusia", "AR": "Aragon", "AS": "Asturias", "CB": "Cantabria", "CE": "Ceuta",
        "CL": "Castile and León", "CM": "Castilla-La Mancha", "CN": "Canary Islands", "CT": "Catalonia",
        "EX": "Extremadura", "GA": "Galicia", "IB": "Balearic Islands", "MC": "Murcia", "MD": "Madrid",
        "ML": "Melilla", "NC": "Navarre", "PV": "Basque Country", "RI": "La Rioja", "VC": "Valencia",
        "Barcelona": "Barcelona (city)",
    },
    "FR": {"57": "Moselle", "6AE": "Alsace"},
    "IN": {"CG": "Chhattisgarh", "DH": "Dadra and Nagar Haveli and Daman and Diu", "OD": "Odisha",
           "TS": "Telangana", "UK": "Uttarakhand"},
    "IT": {
        "AO": "Aosta", "BZ": "Bolzano", "FC": "Forlì and Cesena", "FI": "Florence", "GE": "Genoa", "MB": "Monza",
        "MI": "Milan", "MN": "Mantua", "MS": "Massa", "NA": "Naples", "PD": "Padua", "RM": "Rome",
        "SR": "Syracuse", "SU": "South Sardinia", "TN": "Trento", "TO": "Turin", "VE": "Venice",
        "Andria": "Andria", "Barletta": "Barletta", "Cesena": "Cesena", "Forli": "Forlì", "Pesaro": "Pesaro",
        "Trani": "Trani", "Urbino": "Urbino",
    },
    "MY": {"04": "Malacca", "07": "Penang", "14": "Kuala Lumpur", "15": "Labuan", "16": "Putrajaya"},
    "NZ": {"CIT": "Chatham Islands", "MWT": "Manawatū-Whanganui", "WGN": "Wellington",
           "South Canterbury": "South Canterbury"},
    "PT": {"11": "Lisbon", "20": "Azores", "30": "Madeira"},
}

# What people call them besides, where no table has it.
ALSO_CALLED = {
    "AE": ["UAE", "Emirates", "Dubai", "Abu Dhabi"],
    "BA": ["Bosnia"],
    "BY": ["Belorussia"],
    "CD": ["DRC", "Zaire"],
    "CI": ["Ivory Coast"],
    "CN": ["PRC", "Mainland China"],
    "CZ": ["Czech Republic"],
    "DE": ["FRG"],
    "DO": ["Dominican Republic"],
    "GB": ["UK", "Britain", "Great Britain"],
    "HK": ["Hongkong"],
    "KR": ["Korea", "Republic of Korea", "ROK"],
    "KP": ["DPRK"],
    "LK": ["Ceylon"],
    "MK": ["Macedonia"],
    "MM": ["Burma"],
    "MO": ["Macau"],
    "NL": ["Holland"],
    "NZ": ["Aotearoa"],
    "PS": ["West Bank", "Gaza"],
    "RU": ["Россия"],
    "SA": ["KSA"],
    "SZ": ["Swaziland"],
    "TR": ["Türkiye"],
    "TW": ["Formosa"],
    "US": ["USA", "America"],
    "VA": ["Holy See"],
    "VN": ["Viet Nam"],
    "ZA": ["RSA"],
    "AT-2": ["Kärnten"], "AT-3": ["Niederösterreich"], "AT-6": ["Steiermark"], "AT-7": ["Tirol"],
    "CA-QC": ["Québec"],
    "DE-BW": ["Württemberg"],
    "ES-PV": ["Euskadi"],
    "ES-VC": ["Comunitat Valenciana"],
    "FR-57": ["Alsace-Moselle", "Lorraine"],
    "FR-6AE": ["Alsace-Moselle", "Elsass", "Strasbourg"],
    "GB-ENG": ["London"],
    "GB-NIR": ["Ulster"],
    "GB-WLS": ["Cymru"],
    "MY-14": ["KL"],
    "US-DC": ["Washington DC"],
    "US-NY": ["New York City", "NYC"],
}

# The languages of the law or the street in which a country's name is looked for, besides the source's own.
LANGUAGES = {
    "BE": ["nl", "fr", "de"], "CA": ["fr"], "CH": ["de", "fr", "it"], "FI": ["sv"], "IE": ["ga"], "IN": ["hi"],
    "LU": ["fr", "de"], "MA": ["fr"], "DZ": ["fr"], "TN": ["fr"], "NZ": ["mi"], "ZA": ["af"], "ES": ["es", "ca"],
    "CY": ["el", "tr"], "SG": ["zh_CN", "ms"], "PK": ["ur"], "MT": ["mt"], "GB": ["cy"], "NO": ["nb_NO"],
}

PUBLIC = "Public holidays by law."

# What a set is, in a sentence; most are public holidays by law.
KINDS = {
    "AT": "Public holidays by law; Good Friday is not among them.",
    "GB": "Bank holidays of the whole kingdom.",
    "HK": "General holidays, as banks, schools and public offices keep them. The statutory holidays, which every employee has, are fewer: they are a set of their own.",
    "IE": "Public holidays by law; Good Friday is not among them.",
    "IN": "Holidays of the whole country; most are set by the states.",
    "LK": "Public holidays; banks and trades keep others.",
    "MO": "Mandatory holidays, which every employee has; public offices have more.",
    "US": "Federal holidays. No law makes a business close on them.",
}

# What the set of a region is.
REGION_KINDS = {
    "AT": "Public holidays by law, with the patron day of the state. Schools and public offices keep that day; many businesses work.",
    "AU": "Public holidays of the state or territory.",
    "CA": "Public holidays of the province or territory.",
    "CH": "Public holidays of the canton.",
    "DE": "Public holidays by law of the state.",
    "ES": "Public holidays by law of the whole country and the region.",
    "FR": "Public holidays by law, with the two days that only Alsace and Moselle have.",
    "GB": "Bank holidays of this part of the kingdom.",
    "IN": "Holidays of the state.",
    "IT": "Public holidays by law, with the day of the town's patron.",
    "MY": "Public holidays of the state.",
    "NZ": "Public holidays by law, with the anniversary day of the region.",
    "PT": "Public holidays by law, with the day of the district's capital or of the islands.",
    "US": "Days on which the offices of the state are closed. Days that are optional or partly staffed are left out; no law makes a business close.",
    "DE-BY": "Public holidays by law of the state, without 15 August.",
    "DE-BY-CATHOLIC": "Public holidays by law of the state, with 15 August.",
    "DE-SN": "Public holidays by law of the state, without Corpus Christi.",
    "DE-SN-CATHOLIC": "Public holidays by law of the state, with Corpus Christi.",
    "DE-TH": "Public holidays by law of the state, without Corpus Christi.",
    "DE-TH-CATHOLIC": "Public holidays by law of the state, with Corpus Christi.",
    "HK-STATUTORY": "Statutory holidays, which every employee has. Banks, schools and public offices keep the general holidays: they are a set of their own.",
}

# What is to be known of a region's days besides.
ASSUMPTION = "Assumption Day, 15 August, is a holiday where more Catholics live than Protestants, which is most of Bavaria: your town says which set is yours."
CORPUS_CHRISTI = "Corpus Christi is a holiday in some Catholic towns only: your town says which set is yours."
REGION_NOTES = {
    "DE-BY": ASSUMPTION, "DE-BY-CATHOLIC": ASSUMPTION,
    "DE-SN": CORPUS_CHRISTI, "DE-SN-CATHOLIC": CORPUS_CHRISTI,
    "DE-TH": CORPUS_CHRISTI, "DE-TH-CATHOLIC": CORPUS_CHRISTI,
    "NZ-BOP": "The anniversary day is Auckland's, as is usual here.",
    "NZ-GIS": "The anniversary day is Auckland's, as is usual here.",
    "NZ-MWT": "The anniversary day is Wellington's, as is usual here.",
    "NZ-TAS": "The anniversary day is Nelson's, as is usual here.",
    "NZ-WKO": "The anniversary day is Auckland's, as is usual here.",
}

# Days that differ from place to place and are in no set.
NOT_OFFERED = {
    "AU": "Show days and cup days of towns are not included.",
    "BE": "Days of the communities and regions are not included.",
    "BR": "Days of single towns are not included.",
    "CH": "Days of single towns are not included.",
    "CN": "Days of the autonomous regions are not included.",
    "EC": "Days of single towns are not included.",
    "ES": "Each town has two more days, which are not included.",
    "GR": "Patron days of towns are not included.",
    "GT": "Patron days of towns are not included.",
    "HN": "Days of single regions and towns are not included.",
    "ID": "Joint leave days decreed each year, and days of single regions, are not included.",
    "IT": "Towns that are no capital of a province have patron days that are not included.",
    "NG": "Days that single states declare are not included.",
    "NZ": "Some districts keep the anniversary on another day than their region.",
    "PE": "Days of single regions are not included.",
    "PH": "Days of single provinces and cities are not included.",
    "PK": "Days of single provinces are not included.",
    "PT": "Each town has a day of its own; only those of the districts' capitals are included.",
    "RU": "Days of single republics and regions are not included.",
    "TZ": "Days of Zanzibar are not included.",
}
