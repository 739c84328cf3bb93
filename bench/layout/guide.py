def write(browser, results):
    pass
