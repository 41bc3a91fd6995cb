"""The measures that act at home: domestic retail and parcels from abroad, beside the export result.

Written from docs/model.md and a country pack alone, without the program's source.
"""

MEASURES = ("retailTax", "courierTax", "domesticSales")


def last_named(measures, key, otherwise):
    """Of several measures in force in one year the last named holds."""
    return measures[-1][key] if measures else otherwise


def path(model, k, with_programme, lost_without):
    """Receipts and sales of year k on one path, and the inbound sales that its tax keeps away."""
    value = model.value
    courier = model.in_force("courierSalesTax", k) if with_programme else []
    threshold = model.in_force("dutyFreeThreshold", k) if with_programme else []
    retail_rate = model.digital_tax(k) if with_programme else value("t_d")
    courier_rate = last_named(courier, "rate", value("t_g"))
    above = last_named(threshold, "above", value("above"))

    taxed = value("V_inb") * (1 + value("growth_inb")) ** k * above
    kept = taxed * (1 + courier_rate) ** -value("eps_in")
    lost = taxed - kept
    sales = value("V_dom") * (1 + value("growth_dom")) ** k
    if with_programme:
        sales += value("chi") * (lost - lost_without)
    return {"retailTax": retail_rate * sales * value("compliance"), "courierTax": courier_rate * kept,
            "domesticSales": sales}, lost


def domestic(model, k):
    """With less without, US$."""
    without, lost_without = path(model, k, False, None)
    on, _ = path(model, k, True, lost_without)
    return {name: on[name] - without[name] for name in MEASURES}
